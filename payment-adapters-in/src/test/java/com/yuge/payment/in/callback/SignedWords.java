package com.yuge.payment.in.callback;

import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words of a channel, to be signed. */
final class SignedWords {
  static final PayNo PAY_NO = new PayNo("PAY20240101123000123000000000001");

  private SignedWords() {}

  static CallbackBody body(Map<String, String> fields) {
    return new CallbackBody(
        fields.get("payNo"),
        fields.get("callbackStatus"),
        fields.get("channelTradeNo"),
        fields.get("amount"),
        fields.get("currency"),
        fields.get("paidAt"),
        fields.get("timestamp"),
        fields.get("nonce"),
        null);
  }

  static SignedWord of(
      Verdict verdict, @Nullable String tradeNo, String amount, String currency, String nonce) {
    return new SignedWord(
        new SignedText(verdict, nonce, PAY_NO, "1704067200000"),
        tradeNo == null ? null : new TradeNo(tradeNo),
        new Money(new BigDecimal(amount), Currency.getInstance(currency)));
  }
}
