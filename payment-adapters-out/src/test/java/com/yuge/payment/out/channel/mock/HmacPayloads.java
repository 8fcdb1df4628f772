package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payloads to be signed. */
final class HmacPayloads {
  static final PayNo PAY_NO = new PayNo("PAY20240101123000123000000000001");

  private HmacPayloads() {}

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

  static HmacPayloadV2 of(
      Status status, @Nullable String tradeNo, String amount, String currency, String nonce) {
    return new HmacPayloadV2(
        new Md5Payload(status, nonce, PAY_NO, "1704067200000"),
        tradeNo == null ? null : new TradeNo(tradeNo),
        new Money(new BigDecimal(amount), Currency.getInstance(currency)));
  }
}
