package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A callback about a refund, with a valid signature; {@code payload} is the body as received.
 *
 * @param status the status in the callback, for the log
 * @param answer null if the signature does not cover enough to decide; the channel is then queried
 */
public record VerifiedRefundCallback(
    CallbackId id,
    PayChannel channel,
    RefundNo refundNo,
    String status,
    @Nullable RefundAnswer answer,
    String payload) {

  CallbackRecord decided(RefundCallbackOutcome outcome, Instant at) {
    boolean repeats = outcome.reason() == RefundCallbackOutcome.Reason.SAME_CALLBACK;
    return new CallbackRecord(
        channel,
        outcome.refund().terms().payNo(),
        repeats ? null : id,
        status,
        payload,
        true,
        outcome.result(),
        outcome.reason().name(),
        at);
  }

  /**
   * A callback about a refund that the channel does not have; its id stays free.
   *
   * @param isFirst whether it begins the count of those about this refund
   */
  CallbackRecord unknown(boolean isFirst, Instant at) {
    return new CallbackRecord(
        channel,
        null,
        isFirst ? CallbackId.ofUnknown(refundNo) : null,
        status,
        payload,
        true,
        CallbackResult.FAILED,
        CallbackRecord.UNKNOWN_REFUND_NO,
        at);
  }

  boolean isAbout(Refund refund) {
    return refund.terms().channel().equals(channel);
  }
}
