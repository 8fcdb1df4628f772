package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.in.web.JsonObject;
import com.yuge.payment.in.web.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * A callback in good form; whether it is genuine is another question.
 *
 * @param signature null where there was none that could be one: that is unsigned, not malformed
 */
record MockCallback(SignedText text, ChannelWord word, @Nullable String signature) {
  static final PayChannel CHANNEL = PayChannel.MOCK;

  static MockCallback read(JsonObject json) {
    return Malformed.unless(() -> of(json));
  }

  private static MockCallback of(JsonObject json) {
    SignedText text = SignedText.read(json);
    String named = json.optionalText(TradeNo.GRAMMAR);
    TradeNo tradeNo = named == null ? null : new TradeNo(named);
    ChannelWord word = new ChannelWord(text.payNo(), text.status(), tradeNo, null);
    return new MockCallback(text, word, json.claim(Signatures.GRAMMAR).orElse(null));
  }

  boolean isGenuine(Signatures signatures) {
    return signature != null && signatures.verify(text, signature);
  }

  VerifiedCallback verified(String payload) {
    return new VerifiedCallback(text.callbackId(), CHANNEL, word, payload);
  }
}
