package com.yuge.payment.domain.order;

import com.yuge.payment.domain.limit.CountAgainstLimits;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;

/** Ends an order that nobody can pay any more. */
public final class ClosePayOrder {
  /** The reason when nobody paid in time. */
  public static final String EXPIRED = "EXPIRED";

  private final OrderPorts ports;
  private final WriteOutcome write;
  private final Transactions transactions;
  private final Clock clock;

  public ClosePayOrder(
      OrderPorts ports, AfterEndChecks checks, Transactions transactions, Clock clock) {
    this.ports = ports;
    this.write =
        new WriteOutcome(
            ports,
            new CountAgainstLimits(ports.limits(), clock.getZone()),
            checks,
            (order, late) -> {});
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Closes the order if its status is still the one in {@code seen}. If the order was opened
   * meanwhile, somebody may be paying it.
   *
   * @param reason a short key, published to consumers
   * @param result the channel's answer, a short key for the audit
   * @return whether it was closed
   */
  public boolean handle(PayOrder seen, String reason, String result) {
    return transactions.call(
        () ->
            ports
                .orders()
                .lock(seen.payNo())
                .filter(order -> order.status() == seen.status())
                .map(order -> close(order, reason, result))
                .orElse(false));
  }

  private boolean close(PayOrder order, String reason, String result) {
    Instant now = clock.instant();
    PaymentOutcome outcome = order.close(reason, now);
    if (outcome.event() == null) { // Then nothing changed.
      return false;
    }
    write.order(outcome, now);
    ports
        .audit()
        .record(
            new AuditEntry(
                order.payNo(),
                Action.CLOSE,
                order.status(),
                outcome.order().status(),
                result,
                reason + ", pays until " + order.expireAt(),
                now));
    return true;
  }
}
