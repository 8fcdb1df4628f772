package com.yuge.payment.domain.refund;

import java.time.Instant;

/**
 * The call to the channel that an answer belongs to.
 *
 * @param asks the number of the call, see {@link RefundProgress#asks()}
 * @param isScheduled whether the call was due by the store's clock. Only such a call confirms a
 *     refusal, because the clock of another instance may say too early that the wait is over.
 */
record RefundCall(int asks, Instant begunAt, boolean isScheduled) {
  /** For an answer that the channel sent by itself: it may be as old as the refund. */
  static RefundCall none(Refund refund) {
    return new RefundCall(refund.progress().asks(), refund.createdAt(), false);
  }
}
