package com.yuge.payment.consumer;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** A database in memory with the consume log and a table of the handler's own. */
final class ShopDatabase {
  static final String CONSUME_LOG = "payment-events/R__mq_consume_log.sql";

  final JdbcDataSource source = new JdbcDataSource();
  final JdbcClient jdbc = JdbcClient.create(source);
  final TransactionTemplate transaction = transactionOf(source);

  ShopDatabase() {
    source.setUrl(url());
    new ResourceDatabasePopulator(new ClassPathResource(CONSUME_LOG)).execute(source);
    jdbc.sql("CREATE TABLE t_handled (event_id VARCHAR(64))").update();
  }

  static String url() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DB_CLOSE_DELAY=-1";
  }

  static TransactionTemplate transactionOf(DataSource source) {
    return new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  /** What a handler does: the table has no key, so doing it twice shows. */
  void handle(PaymentEvent event) {
    jdbc.sql("INSERT INTO t_handled (event_id) VALUES (?)").param(event.eventId()).update();
  }

  int handled() {
    return count("t_handled");
  }

  int logged() {
    return count("t_mq_consume_log");
  }

  private int count(String table) {
    return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
  }
}
