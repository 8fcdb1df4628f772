package com.yuge.payment.app.orderservice;

import java.math.BigDecimal;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** The order-service's own tables. */
public final class Orders {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public Orders(DataSource database) {
    new ResourceDatabasePopulator(new ClassPathResource("order-service/schema.sql"))
        .execute(database);
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  /** A shopper's order, its stock reserved, waiting for the money; a repeat changes nothing. */
  public void reserve(String orderNo, BigDecimal amount) {
    jdbc.sql("INSERT IGNORE INTO t_order (order_no, amount, status) VALUES (?, ?, ?)")
        .params(orderNo, amount, "STOCK_RESERVED")
        .update();
  }

  public Optional<String> status(String orderNo) {
    return jdbc.sql("SELECT status FROM t_order WHERE order_no = ?")
        .param(orderNo)
        .query(String.class)
        .optional();
  }

  /**
   * Dedupe, state check, compare-and-set and audit: all in one transaction, or none.
   *
   * @return whether this delivery made the order PAID
   */
  public boolean paid(PaymentSucceeded event, String tag) {
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> consume(event, tag)));
    } catch (DuplicateKeyException consumedBefore) {
      // At least once means sometimes twice: the first delivery did all there was to do.
      return false;
    }
  }

  private boolean consume(PaymentSucceeded event, String tag) {
    boolean paid = compareAndSetPaid(event);
    logConsumed(event, tag, paid ? "PAID" : "NO_CHANGE");
    if (paid) {
      audit(event);
    }
    return paid;
  }

  public int timesConsumed(String orderNo) {
    return jdbc.sql("SELECT COUNT(*) FROM t_mq_consume_log WHERE order_no = ?")
        .param(orderNo)
        .query(Integer.class)
        .single();
  }

  public Optional<String> traceOf(String orderNo) {
    return jdbc.sql("SELECT trace_id FROM t_mq_consume_log WHERE order_no = ?")
        .param(orderNo)
        .query(String.class)
        .optional();
  }

  private boolean compareAndSetPaid(PaymentSucceeded event) {
    return jdbc.sql(
                """
                UPDATE t_order SET status = 'PAID'
                WHERE order_no = ? AND status = 'STOCK_RESERVED' AND amount = ?
                """)
            .params(event.orderNo(), event.amount())
            .update()
        == 1;
  }

  private void logConsumed(PaymentSucceeded event, String tag, String result) {
    jdbc.sql(
            """
            INSERT INTO t_mq_consume_log (event_id, tag, order_no, trace_id, result)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(event.eventId(), tag, event.orderNo(), event.traceId(), result)
        .update();
  }

  private void audit(PaymentSucceeded event) {
    jdbc.sql(
            """
            INSERT INTO t_order_status_audit (order_no, before_status, after_status, event_id)
            VALUES (?, 'STOCK_RESERVED', 'PAID', ?)
            """)
        .params(event.orderNo(), event.eventId())
        .update();
  }
}
