package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReading;
import java.time.Instant;

/** A well-formed callback, and whether the channel has signed it. */
sealed interface ClaimedCallback permits MockCallback, MockRefundCallback {
  boolean genuine();

  Instant sentAt();

  /** Returns the claims of the callback; they are well-formed even if it is not genuine. */
  CallbackClaim claim();

  /**
   * Returns the verified callback; the caller has checked that it is genuine.
   *
   * @param payload the body as received
   */
  CallbackReading verified(String payload);
}
