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
   * a callback arrived, an operator accepted money, or a refund went one step on.
   */
  public enum Action {
    OPEN,
    QUERY,
    CLOSE,
    NOTIFY,
    ACCEPT,
    REFUND,
    REFUND_ASK,
    REFUND_QUERY,
    REFUND_NOTIFY,
    REFUND_CANCEL,
    REFUND_RESOLVE
  }

  /** A step that leaves the order's status as it is. */
  public static AuditEntry of(
      PayOrder order, Action action, String result, String detail, Instant at) {
    return new AuditEntry(
        order.payNo(), action, order.status(), order.status(), result, detail, at);
  }

  /** The result of a check that an operator has requested and that is not made yet. */
  public static final String REQUESTED = "REQUESTED";

  /** Whether it records an operator's action. */
  public boolean isOperators() {
    return switch (action) {
      case ACCEPT, REFUND_CANCEL, REFUND_RESOLVE -> true;
      case OPEN, QUERY, CLOSE, NOTIFY, REFUND, REFUND_ASK, REFUND_QUERY, REFUND_NOTIFY ->
          result.equals(REQUESTED);
    };
  }
}
