package com.yuge.payment.domain.refund;

import java.time.Instant;

/**
 * The call to the channel that an answer belongs to.
 *
 * @param asks the number of the call, see {@link RefundProgress#asks()}
 */
record RefundCall(int asks, Instant begunAt) {
  /** For a statement that the channel sent without being called. */
  static RefundCall none(Refund refund, Instant now) {
    return new RefundCall(refund.progress().asks(), now);
  }
}
