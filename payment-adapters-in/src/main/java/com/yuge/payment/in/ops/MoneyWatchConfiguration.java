package com.yuge.payment.in.ops;

import com.yuge.payment.domain.audit.InspectAudit;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.statement.InspectStatements;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/**
 * Reports money, refunds, violations and discrepancies that need a person, by metrics, health and
 * log.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MoneyWatchProperties.class)
@EnableScheduling
public class MoneyWatchConfiguration {
  @Bean
  MoneyWatch moneyWatch(InspectMoney inspect, Clock clock, MeterRegistry meters) {
    MoneyWatch watch = new MoneyWatch(inspect, clock);
    watch.bindTo(meters);
    return watch;
  }

  @Bean
  RefundWatch refundWatch(InspectRefunds inspect, Clock clock, MeterRegistry meters) {
    RefundWatch watch = new RefundWatch(inspect, clock);
    watch.bindTo(meters);
    return watch;
  }

  @Bean
  AuditWatch auditWatch(InspectAudit inspect, Clock clock, MeterRegistry meters) {
    AuditWatch watch = new AuditWatch(inspect, clock);
    watch.bindTo(meters);
    return watch;
  }

  @Bean
  StatementWatch statementWatch(InspectStatements inspect, Clock clock, MeterRegistry meters) {
    StatementWatch watch = new StatementWatch(inspect, clock);
    watch.bindTo(meters);
    return watch;
  }

  @Bean
  SchedulingConfigurer moneyWatchSchedule(
      MoneyWatch money,
      RefundWatch refunds,
      AuditWatch audit,
      StatementWatch statements,
      MoneyWatchProperties properties) {
    return tasks -> {
      tasks.addFixedDelayTask(audit::refresh, properties.watchInterval());
      tasks.addFixedDelayTask(money::refresh, properties.watchInterval());
      tasks.addFixedDelayTask(refunds::refresh, properties.watchInterval());
      tasks.addFixedDelayTask(statements::refresh, properties.watchInterval());
    };
  }

  @Bean
  UnappliedMoneyHealth unappliedMoneyHealthIndicator(MoneyWatch watch) {
    return new UnappliedMoneyHealth(watch);
  }

  @Bean
  UndecidedRefundsHealth undecidedRefundsHealthIndicator(RefundWatch watch) {
    return new UndecidedRefundsHealth(watch);
  }
}
