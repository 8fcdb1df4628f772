package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A well-formed callback about a payment, and whether the channel has signed it. */
record MockCallback(Md5Payload text, ChannelResult result, boolean genuine)
    implements ClaimedCallback {
  /** Returns null if there is no trade number. A failure may omit it or leave it empty. */
  static @Nullable TradeNo tradeNo(CallbackBody json, Status status) {
    String named = json.channelTradeNo();
    if (named == null || (status == Status.FAILED && named.isEmpty())) {
      return null;
    }
    return new TradeNo(named);
  }

  @Override
  public Instant sentAt() {
    return text.sentAt();
  }

  @Override
  public CallbackClaim claim() {
    return new CallbackClaim(text.payNo(), text.status().name(), genuine);
  }

  @Override
  public CallbackReading verified(String payload) {
    return new CallbackReading.Verified(
        new VerifiedCallback(text.callbackId(), MockChannel.NAME, result, payload));
  }
}
