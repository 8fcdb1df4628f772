package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;

/**
 * One step on one order.
 *
 * @param result what was learned, a short key such as {@code SUCCESS}
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
   * The payer wanted to pay; we asked the channel, closed there, or were told; an operator accepted
   * money.
   */
  public enum Action {
    OPEN,
    QUERY,
    CLOSE,
    NOTIFY,
    ACCEPT
  }

  /** What stands for the result of a check that an operator asked for, before it is made. */
  public static final String REQUESTED = "REQUESTED";

  /** Whether it tells of something that an operator did. */
  public boolean isOperators() {
    return action == Action.ACCEPT || result.equals(REQUESTED);
  }
}
