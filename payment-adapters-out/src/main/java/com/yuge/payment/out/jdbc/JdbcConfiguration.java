package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.limit.LimitAudit;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.limit.Limits;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.refund.RefundReports;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.retention.AgedRecords;
import com.yuge.payment.domain.shared.LongestTransaction;
import com.yuge.payment.domain.shared.Transactions;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.tracing.Tracer;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores, on the application's data source. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransactionProperties.class)
@Import({
  AuditTablesConfiguration.class,
  OutboxTablesConfiguration.class,
  StatementTablesConfiguration.class
})
public class JdbcConfiguration {
  @Bean
  static BeanPostProcessor poolRules() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) { // The transaction pool copies it.
          ConnectionPoolSettings.apply(pool);
        }
        return bean;
      }
    };
  }

  /** Not injected by type: a bean that needs a data source gets the one with auto-commit. */
  @Bean(defaultCandidate = false)
  DataSource transactionPool(DataSource pool) throws SQLException {
    return Connections.forTransactions(pool);
  }

  @Bean
  JdbcClient jdbcClient(DataSource pool, @Qualifier("transactionPool") DataSource transactionPool) {
    return JdbcClient.create(new Connections(pool, transactionPool));
  }

  @Bean
  Transactions transactions(
      @Qualifier("transactionPool") DataSource database, TransactionProperties properties) {
    return new JdbcTransactions(database, properties.timeout());
  }

  @Bean
  LongestTransaction longestTransaction(TransactionProperties properties) {
    return properties.longest();
  }

  @Bean
  PayOrders payOrders(JdbcClient jdbc) {
    return new JdbcPayOrders(jdbc);
  }

  @Bean
  PaidTrades paidTrades(JdbcClient jdbc, Transactions transactions) {
    return new JdbcPaidTrades(jdbc, transactions);
  }

  @Bean
  Limits limits(JdbcClient jdbc) {
    return new JdbcLimits(jdbc);
  }

  @Bean
  LimitUses limitUses(JdbcClient jdbc) {
    return new JdbcLimitUses(jdbc);
  }

  @Bean
  LimitAudit limitAudit(JdbcClient jdbc) {
    return new JdbcLimitAudit(jdbc);
  }

  @Bean
  MoneyReports moneyReports(JdbcClient jdbc) {
    return new JdbcMoneyReports(jdbc);
  }

  @Bean
  Refunds refunds(JdbcClient jdbc) {
    return new JdbcRefunds(jdbc);
  }

  @Bean
  DueRefunds dueRefunds(JdbcClient jdbc, Transactions transactions) {
    return new JdbcDueRefunds(jdbc, transactions);
  }

  @Bean
  RefundReports refundReports(JdbcClient jdbc) {
    return new JdbcRefundReports(jdbc);
  }

  @Bean
  DueOrders dueOrders(JdbcClient jdbc, Transactions transactions) {
    return new JdbcDueOrders(jdbc, transactions);
  }

  @Bean
  Timelines timelines(JdbcClient jdbc) {
    return new JdbcTimelines(jdbc);
  }

  @Bean
  AgedRecords agedRecords(JdbcClient jdbc) {
    return new JdbcAgedRecords(jdbc);
  }

  @Bean
  CallbackLog callbackLog(JdbcClient jdbc) {
    return new JdbcCallbackLog(jdbc);
  }

  @Bean
  AuditTrail auditTrail(JdbcClient jdbc, Transactions transactions) {
    return new JdbcAuditTrail(jdbc, transactions);
  }

  @Bean
  EventFields payOrderEventFields(ZoneId shopZone) {
    return new PayOrderEventFields(new LocalTimes(shopZone));
  }

  @Bean
  EventFields refundEventFields(ZoneId shopZone) {
    return new RefundEventFields(new LocalTimes(shopZone));
  }

  @Bean
  EventFields statementEventFields() {
    return new StatementEventFields();
  }

  @Bean
  EventJson eventJson(ZoneId shopZone, List<EventFields> families) {
    return new EventJson(new LocalTimes(shopZone), families);
  }

  @Bean
  Outbox outbox(
      JdbcClient jdbc,
      Transactions transactions,
      EventJson json,
      Tracer tracer,
      CommitSignal signal) {
    return new JdbcOutbox(jdbc, transactions, json, tracer, signal);
  }
}
