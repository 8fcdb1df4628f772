package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Brings an order to PAYING and plans the first look at it, before any channel hears of it. */
public final class BeginPayment {
  private final PayOrders orders;
  private final DueOrders due;
  private final AuditTrail audit;
  private final Duration firstLook;
  private final Clock clock;

  /**
   * @param firstLook how long the channel has to tell of a payment before it is asked
   */
  public BeginPayment(
      PayOrders orders, DueOrders due, AuditTrail audit, Duration firstLook, Clock clock) {
    this.orders = orders;
    this.due = due;
    this.audit = audit;
    this.firstLook = firstLook;
    this.clock = clock;
  }

  /** Only inside a transaction, which then holds the order locked. */
  Optional<Opening> handle(PayNo payNo) {
    return orders.lock(payNo).map(this::begin);
  }

  private Opening begin(PayOrder order) {
    Instant now = clock.instant();
    Opening opening = order.open(now);
    if (opening instanceof Opening.Begun begun && begun.changed()) {
      orders.advance(begun.order());
      due.lookAgain(order.payNo(), firstLook);
      audit.record(
          new AuditEntry(
              order.payNo(),
              Action.OPEN,
              order.status(),
              begun.order().status(),
              "BEGUN",
              "pays until " + order.expireAt(),
              now));
    }
    return opening;
  }
}
