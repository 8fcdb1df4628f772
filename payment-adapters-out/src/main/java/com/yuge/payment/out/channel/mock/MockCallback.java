package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.TradeNo;
import org.jspecify.annotations.Nullable;

/** A callback in good form, and whether the channel has signed it. */
record MockCallback(Md5Payload text, ChannelResult result, boolean genuine) {
  /** A failure may lack its trade: the field is not there then, or is empty. */
  static @Nullable TradeNo tradeNo(CallbackBody json, Status status) {
    String named = json.channelTradeNo();
    if (named == null || (status == Status.FAILED && named.isEmpty())) {
      return null;
    }
    return new TradeNo(named);
  }

  /** In good form it is known what it is about, whoever sent it. */
  CallbackClaim claim() {
    return new CallbackClaim(text.payNo(), text.status().name(), genuine);
  }

  VerifiedCallback verified(String payload) {
    return new VerifiedCallback(text.callbackId(), MockChannel.NAME, result, payload);
  }
}
