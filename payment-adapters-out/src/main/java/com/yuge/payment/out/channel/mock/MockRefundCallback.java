package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.domain.channel.RefundAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed callback about a refund, and whether the channel has signed it.
 *
 * @param answer null if the signature does not cover enough to decide
 */
record MockRefundCallback(Md5RefundPayload text, @Nullable RefundAnswer answer, boolean genuine)
    implements ClaimedCallback {
  @Override
  public Instant sentAt() {
    return text.sentAt();
  }

  @Override
  public CallbackClaim claim() {
    return new CallbackClaim(null, text.status().name(), genuine);
  }

  @Override
  public CallbackReading verified(String payload) {
    return new CallbackReading.VerifiedRefund(
        new VerifiedRefundCallback(
            text.callbackId(),
            MockChannel.NAME,
            text.refundNo(),
            text.status().name(),
            answer,
            payload));
  }
}
