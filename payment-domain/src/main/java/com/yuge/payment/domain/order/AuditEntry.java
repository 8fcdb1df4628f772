package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;

/**
 * One step on one order.
 *
 * @param result a short key such as {@code SUCCESS}
 * @param detail at most 512 characters
 */
public record AuditEntry(
    PayNo payNo,
    Action action,
    PayStatus before,
    PayStatus after,
    String result,
    String detail,
    Instant at) {

  /**
   * The kind of step: the payer opened the payment, the channel was queried, the order was closed,
   * a callback arrived, or an operator accepted money.
   */
  public enum Action {
    OPEN,
    QUERY,
    CLOSE,
    NOTIFY,
    ACCEPT
  }

  /** The result of a check that an operator has requested and that is not made yet. */
  public static final String REQUESTED = "REQUESTED";

  /** Whether it records an operator's action. */
  public boolean isOperators() {
    return action == Action.ACCEPT || result.equals(REQUESTED);
  }
}
