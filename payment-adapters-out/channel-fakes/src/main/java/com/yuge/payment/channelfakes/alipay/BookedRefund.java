package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.RefundFault.Kind;
import com.yuge.payment.domain.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund in the books.
 *
 * @param doneAt null while it is not done
 * @param queries how often it was queried
 */
record BookedRefund(
    String outRequestNo,
    Money amount,
    String reason,
    RefundFault fault,
    int queries,
    @Nullable Instant doneAt) {
  static BookedRefund asked(Wanted wanted, RefundFault fault, Instant now) {
    Instant doneAt = fault.kind() == Kind.NONE ? now : null;
    return new BookedRefund(
        wanted.outRequestNo(), wanted.amount(), wanted.reason(), fault, 0, doneAt);
  }

  /** A merchant's request for a refund. */
  record Wanted(String outRequestNo, Money amount, String reason) {}

  boolean isDone() {
    return doneAt != null;
  }

  /** Returns whether the merchant was told that this refund is refused. */
  boolean isHidden() {
    return fault.kind() == Kind.DONE_AFTER_REFUSED && !isDone();
  }

  BookedRefund done(Instant now) {
    return isDone() ? this : new BookedRefund(outRequestNo, amount, reason, fault, queries, now);
  }

  BookedRefund queried(Instant now) {
    BookedRefund next = new BookedRefund(outRequestNo, amount, reason, fault, queries + 1, doneAt);
    return fault.doneAtQuery() == next.queries ? next.done(now) : next;
  }
}
