package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.TradeNo;
import org.jspecify.annotations.Nullable;

/** A well-formed callback, and whether the channel has signed it. */
record MockCallback(Md5Payload text, ChannelResult result, boolean genuine) {
  /** Returns null if there is no trade number. A failure may omit it or leave it empty. */
  static @Nullable TradeNo tradeNo(CallbackBody json, Status status) {
    String named = json.channelTradeNo();
    if (named == null || (status == Status.FAILED && named.isEmpty())) {
      return null;
    }
    return new TradeNo(named);
  }

  /** Returns the claims of the callback; they are well-formed even if it is not genuine. */
  CallbackClaim claim() {
    return new CallbackClaim(text.payNo(), text.status().name(), genuine);
  }

  VerifiedCallback verified(String payload) {
    return new VerifiedCallback(text.callbackId(), MockChannel.NAME, result, payload);
  }
}
