package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.callback.CallbackVerdict.Reason;
import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.PayChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A callback whose signature held; {@code payload} is the body as it came. */
public record VerifiedCallback(
    CallbackId id, PayChannel channel, ChannelWord word, String payload) {

  CallbackRecord decided(CallbackVerdict verdict, Instant at) {
    return logged(id, verdict.result(), verdict.reason().name(), at);
  }

  /** A repeat: the id belongs to the first. */
  CallbackRecord repeated(Instant at) {
    return logged(null, CallbackResult.IGNORED, Reason.SAME_CALLBACK.name(), at);
  }

  /** Of an order we do not know; the id stays free, so that a retry is heard once we do. */
  CallbackRecord unknown(Instant at) {
    return logged(null, CallbackResult.FAILED, CallbackRecord.UNKNOWN_PAY_NO, at);
  }

  private CallbackRecord logged(
      @Nullable CallbackId occupied, CallbackResult result, String reason, Instant at) {
    return new CallbackRecord(
        channel, word.payNo(), occupied, word.verdict().name(), payload, true, result, reason, at);
  }
}
