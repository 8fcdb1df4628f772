package com.yuge.payment.orderservice;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.orderservice.Decision.Order;
import java.math.BigDecimal;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The order-service's own tables. */
public final class Orders {
  private static final Logger log = LoggerFactory.getLogger(Orders.class);

  /** An order changes only a few times, so an event cannot lose more races than this. */
  private static final int ATTEMPTS = 5;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /** Creates the tables if they are missing. */
  public Orders(DataSource database) {
    new ResourceDatabasePopulator(new ClassPathResource("order-service/schema.sql"))
        .execute(database);
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    // After a lost race the order is read again. REPEATABLE READ would show the old status again.
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
  }

  /** Creates an order with reserved stock that waits for its payment. A repeat changes nothing. */
  public void reserve(String orderNo, BigDecimal amount) {
    jdbc.sql("INSERT IGNORE INTO t_order (order_no, amount, status) VALUES (?, ?, ?)")
        .params(orderNo, amount, "STOCK_RESERVED")
        .update();
  }

  /**
   * Cancels an order for the shopper. The cancellation competes with the payment; one
   * compare-and-set decides.
   *
   * @return whether the stock is released; false if the order is paid or does not exist
   */
  public boolean cancel(String orderNo) {
    return requireNonNull(transaction.execute(status -> release(orderNo)));
  }

  private boolean release(String orderNo) {
    if (compareAndSet(orderNo, "STOCK_RESERVED", "RELEASED")) {
      audit(orderNo, "STOCK_RESERVED", "RELEASED", "CANCELLATION");
      return true;
    }
    return status(orderNo).filter("RELEASED"::equals).isPresent();
  }

  /** Returns the order's status; empty if there is no such order. */
  public Optional<String> status(String orderNo) {
    return find(orderNo).map(Order::status);
  }

  /**
   * Consumes an event: dedupe, state check, compare-and-set, audit and alert in one transaction.
   *
   * @return the result; empty if there is no such order, and then nothing was written
   */
  public Optional<String> hear(PaymentEvent event, String tag) {
    try {
      return requireNonNull(transaction.execute(status -> consume(event, tag)));
    } catch (DuplicateKeyException consumedBefore) {
      // At-least-once delivery can repeat an event. The first delivery did all the work.
      return Optional.of("CONSUMED_BEFORE");
    }
  }

  private Optional<String> consume(PaymentEvent event, String tag) {
    if (!Decision.isAbout(tag)) {
      logConsumed(event, tag, "NO_CHANGE");
      return Optional.of("NO_CHANGE");
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Order> order = find(event.orderNo());
      if (order.isEmpty()) {
        return Optional.empty();
      }
      Decision decision = Decision.of(event, tag, order.get());
      if (decision.move().map(move -> isDone(event, move)).orElse(true)) {
        return Optional.of(write(event, tag, decision));
      }
      // The order has changed since it was read, so decide again.
    }
    throw new ConcurrencyFailureException(
        "order %s changed at each of %d attempts".formatted(event.orderNo(), ATTEMPTS));
  }

  private boolean isDone(PaymentEvent event, OrderMove move) {
    return compareAndSet(event.orderNo(), move.before, move.after);
  }

  private String write(PaymentEvent event, String tag, Decision decision) {
    String result = decision.move().map(move -> move.after).orElse("NO_CHANGE");
    logConsumed(event, tag, result);
    decision
        .move()
        .ifPresent(move -> audit(event.orderNo(), move.before, move.after, event.eventId()));
    decision.alert().ifPresent(kind -> raise(event, tag, kind));
    return result;
  }

  /** Returns how many events of this order were consumed. */
  public int timesConsumed(String orderNo) {
    return jdbc.sql("SELECT COUNT(*) FROM t_mq_consume_log WHERE order_no = ?")
        .param(orderNo)
        .query(Integer.class)
        .single();
  }

  /** Returns the trace id of the order's only event; empty if none was consumed. */
  public Optional<String> traceOf(String orderNo) {
    return jdbc.sql("SELECT trace_id FROM t_mq_consume_log WHERE order_no = ?")
        .param(orderNo)
        .query(String.class)
        .optional();
  }

  /** Raises an alert for a person: a log line and a row. A repeated event adds no second row. */
  void raise(PaymentEvent event, String tag, String kind) {
    jdbc.sql(
            """
            INSERT INTO t_payment_alert (event_id, kind, tag, order_no, pay_no, detail)
            VALUES (?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE event_id = event_id
            """)
        .params(event.eventId(), kind, tag, event.orderNo(), event.payNo(), event.toString())
        .update();
    log.error("{} by {} for order {}: {}", kind, tag, event.orderNo(), event);
  }

  private Optional<Order> find(String orderNo) {
    return jdbc.sql("SELECT status, amount FROM t_order WHERE order_no = ?")
        .param(orderNo)
        .query((row, number) -> new Order(row.getString("status"), row.getBigDecimal("amount")))
        .optional();
  }

  private boolean compareAndSet(String orderNo, String before, String after) {
    return jdbc.sql("UPDATE t_order SET status = ? WHERE order_no = ? AND status = ?")
            .params(after, orderNo, before)
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

  private void audit(String orderNo, String before, String after, String cause) {
    jdbc.sql(
            """
            INSERT INTO t_order_status_audit (order_no, before_status, after_status, event_id)
            VALUES (?, ?, ?, ?)
            """)
        .params(orderNo, before, after, cause)
        .update();
  }
}
