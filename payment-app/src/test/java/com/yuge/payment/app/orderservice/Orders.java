package com.yuge.payment.app.orderservice;

import static java.util.Objects.requireNonNull;

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
   * @return the status that this delivery brought the order to; empty when it changed nothing
   */
  public Optional<String> hear(PaymentEvent event, String tag) {
    try {
      return requireNonNull(transaction.execute(status -> consume(event, tag)));
    } catch (DuplicateKeyException consumedBefore) {
      // At least once means sometimes twice: the first delivery did all there was to do.
      return Optional.empty();
    }
  }

  private Optional<String> consume(PaymentEvent event, String tag) {
    Optional<OrderMove> move =
        status(event.orderNo())
            .flatMap(status -> OrderMove.of(tag, status))
            .filter(possible -> compareAndSet(event, possible));
    logConsumed(event, tag, move.map(done -> done.after).orElse("NO_CHANGE"));
    move.ifPresent(done -> audit(event, done));
    return move.map(done -> done.after);
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

  private boolean compareAndSet(PaymentEvent event, OrderMove move) {
    return jdbc.sql(
                "UPDATE t_order SET status = ? WHERE order_no = ? AND status = ? AND amount = ?")
            .params(move.after, event.orderNo(), move.before, event.amount())
            .update()
        == 1;
  }

  private void logConsumed(PaymentEvent event, String tag, String result) {
    jdbc.sql(
            """
            INSERT INTO t_mq_consume_log (event_id, tag, order_no, trace_id, result)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(event.eventId(), tag, event.orderNo(), event.traceId(), result)
        .update();
  }

  private void audit(PaymentEvent event, OrderMove move) {
    jdbc.sql(
            """
            INSERT INTO t_order_status_audit (order_no, before_status, after_status, event_id)
            VALUES (?, ?, ?, ?)
            """)
        .params(event.orderNo(), move.before, move.after, event.eventId())
        .update();
  }
}
