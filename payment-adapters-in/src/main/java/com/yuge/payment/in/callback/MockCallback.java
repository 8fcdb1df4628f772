package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.in.web.JsonObject;
import org.jspecify.annotations.Nullable;

/** A callback in good form, and whether the channel has signed it. */
record MockCallback(SignedText text, ChannelWord word, boolean genuine) {
  static final PayChannel CHANNEL = PayChannel.MOCK;

  /** A failure may lack its trade: the field is not there then, or is empty. */
  static @Nullable TradeNo tradeNo(JsonObject json, Verdict status) {
    if (status == Verdict.FAILED && json.isEmptyText(TradeNo.GRAMMAR)) {
      return null;
    }
    String named = json.optionalText(TradeNo.GRAMMAR);
    return named == null ? null : new TradeNo(named);
  }

  VerifiedCallback verified(String payload) {
    return new VerifiedCallback(text.callbackId(), CHANNEL, word, payload);
  }
}
