package com.yuge.payment.orderservice;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.consumer.DeadLetter;
import com.yuge.payment.consumer.EventInbox;
import com.yuge.payment.consumer.OutcomeCounter;
import com.yuge.payment.consumer.PaymentEvent;
import com.yuge.payment.consumer.PaymentEventConsumer;
import com.yuge.payment.consumer.PaymentEventProcessor;
import com.yuge.payment.consumer.PaymentEventReader;
import com.yuge.payment.consumer.PaymentEventsProperties;
import com.yuge.payment.orderservice.Decision.Order;
import java.math.BigDecimal;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The order-service's orders: what a shopper and the payment events do to them. */
public final class Orders {
  private static final Logger log = LoggerFactory.getLogger(Orders.class);

  /** An order changes only a few times, so an event cannot lose more races than this. */
  private static final int ATTEMPTS = 5;

  private final DataSource database;
  private final OrderTables tables;
  private final TransactionTemplate transaction;

  /** Creates the tables if they are missing. */
  public Orders(DataSource database) {
    this.database = database;
    this.tables = new OrderTables(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    // After a lost race the order is read again. REPEATABLE READ would show the old status again.
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
  }

  /** Creates an order with reserved stock that waits for its payment. A repeat changes nothing. */
  public void reserve(String orderNo, BigDecimal amount) {
    tables.add(orderNo, amount);
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
    if (tables.compareAndSet(orderNo, "STOCK_RESERVED", "RELEASED")) {
      tables.audit(orderNo, "STOCK_RESERVED", "RELEASED", "CANCELLATION");
      return true;
    }
    return status(orderNo).filter("RELEASED"::equals).isPresent();
  }

  /** Returns the order's status; empty if there is no such order. */
  public Optional<String> status(String orderNo) {
    return tables.find(orderNo, null).map(Order::status);
  }

  /**
   * Returns a consumer of the payment events, which connects when it is started. A statement is
   * about no order, so it does not come to {@link #apply}: the kit records it as consumed, and no
   * more.
   */
  public PaymentEventConsumer consumer(PaymentEventsProperties properties) {
    PaymentEventProcessor processor =
        new PaymentEventProcessor(
            PaymentEventReader.withJackson3(), inbox(properties.group()), this::apply);
    return new PaymentEventConsumer(properties, processor, this::raise, OutcomeCounter.NONE);
  }

  EventInbox inbox(String group) {
    return new EventInbox(database, transaction, group);
  }

  /**
   * Applies an event to its order: state check, compare-and-set, audit and alert, in the
   * transaction that records the event as consumed.
   *
   * @return the result
   * @throws UnknownOrder if there is no such order; the event is then delivered again
   */
  String apply(PaymentEvent event) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Order order =
          tables
              .find(event.orderNo(), event.tradeNo())
              .orElseThrow(() -> new UnknownOrder(event.orderNo()));
      Decision decision = Decision.of(event, order);
      if (isDone(event, order.payment(), decision)) {
        return write(event, decision);
      }
      // The order has changed since it was read, so decide again. Applying the same event to a
      // payment twice changes nothing more.
    }
    throw new ConcurrencyFailureException(
        "order %s changed at each of %d attempts".formatted(event.orderNo(), ATTEMPTS));
  }

  // Only the first move can lose a race: it locks the order for the second one.
  private boolean isDone(PaymentEvent event, Payment before, Decision decision) {
    Payment after = decision.payment();
    return (after.equals(before) || tables.compareAndSet(event, before, after))
        && decision.moves().stream()
            .allMatch(move -> tables.compareAndSet(event.orderNo(), move.before, move.after));
  }

  private String write(PaymentEvent event, Decision decision) {
    decision
        .moves()
        .forEach(move -> tables.audit(event.orderNo(), move.before, move.after, event.eventId()));
    decision.alert().ifPresent(kind -> raise(event, kind));
    log.info("Order {}: {} by {}", event.orderNo(), decision.result(), event.eventId());
    return decision.result();
  }

  /** Returns how many events of this order were consumed. */
  public int timesConsumed(String orderNo) {
    return tables.timesConsumed(orderNo);
  }

  /** Returns the trace id of the order's only event; empty if none was consumed. */
  public Optional<String> traceOf(String orderNo) {
    return tables.traceOf(orderNo);
  }

  /** Raises an alert for a person: a log line and a row. A repeated event adds no second row. */
  private void raise(PaymentEvent event, String kind) {
    tables.alert(event, kind);
    log.error("{} by {} for order {}: {}", kind, event.tag(), event.orderNo(), event);
  }

  // A malformed body names no order; the kit's log line is its alert.
  private void raise(DeadLetter letter) {
    PaymentEvent event = letter.event();
    if (event != null) {
      raise(event, letter.cause() instanceof UnknownOrder ? "UNKNOWN_ORDER" : "NOT_CONSUMED");
    }
  }
}
