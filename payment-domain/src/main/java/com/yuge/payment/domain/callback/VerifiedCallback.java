package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.callback.CallbackOutcome.Reason;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.PayChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A callback with a valid signature; {@code payload} is the body as received. */
public record VerifiedCallback(
    CallbackId id, PayChannel channel, ChannelResult result, String payload) {

  CallbackRecord decided(CallbackOutcome outcome, Instant at) {
    return logged(id, outcome.result(), outcome.reason().name(), at);
  }

  /** A repeat; the id belongs to the first callback. */
  CallbackRecord repeated(Instant at) {
    return logged(null, CallbackResult.IGNORED, Reason.SAME_CALLBACK.name(), at);
  }

  /**
   * A callback about an unknown order; its id stays free, so a retry is applied once the order
   * exists.
   */
  CallbackRecord unknown(Instant at) {
    return logged(null, CallbackResult.FAILED, CallbackRecord.UNKNOWN_PAY_NO, at);
  }

  private CallbackRecord logged(
      @Nullable CallbackId occupied, CallbackResult outcome, String reason, Instant at) {
    return new CallbackRecord(
        channel,
        result.payNo(),
        occupied,
        result.status().name(),
        payload,
        true,
        outcome,
        reason,
        at);
  }
}
