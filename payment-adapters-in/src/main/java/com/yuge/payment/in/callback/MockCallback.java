package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.TradeNo;
import org.jspecify.annotations.Nullable;

/** A callback in good form, and whether the channel has signed it. */
record MockCallback(SignedText text, ChannelWord word, boolean genuine) {
  static final PayChannel CHANNEL = PayChannel.MOCK;

  /** A failure may lack its trade: the field is not there then, or is empty. */
  static @Nullable TradeNo tradeNo(CallbackBody json, Verdict status) {
    String named = json.channelTradeNo();
    if (named == null || (status == Verdict.FAILED && named.isEmpty())) {
      return null;
    }
    return new TradeNo(named);
  }

  VerifiedCallback verified(String payload) {
    return new VerifiedCallback(text.callbackId(), CHANNEL, word, payload);
  }
}
