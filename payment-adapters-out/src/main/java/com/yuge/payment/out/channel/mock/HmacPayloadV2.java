package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Version 2: everything that the channel says, including the trade and its amount. */
record HmacPayloadV2(Md5Payload text, @Nullable TradeNo tradeNo, Money amount)
    implements HmacPayload {
  /** Rules out signatures that were made for another purpose or by a later version. */
  private static final String DOMAIN = "payment-callback-v2";

  private static final Grammar AMOUNT =
      Grammar.of("amount", "signed-amount", "(0|[1-9][0-9]{0,9})\\.[0-9]{2}");
  private static final Grammar CURRENCY = Grammar.of("currency", "currency", "[A-Z]{3}");

  static HmacPayloadV2 of(CallbackBody json) {
    Md5Payload text = Md5Payload.of(json);
    return new HmacPayloadV2(
        text, MockCallback.tradeNo(json, text.status()), money(json.amount(), json.currency()));
  }

  // Only one notation is valid, so that the signed text can be derived from the body.
  static Money money(@Nullable String amount, @Nullable String currency) {
    return new Money(new BigDecimal(AMOUNT.require(amount)), currency(CURRENCY.require(currency)));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new InvalidValue(CURRENCY.field(), CURRENCY.rule());
    }
  }

  @Override
  public byte[] bytes(String keyId) {
    return LengthPrefixed.of(
        List.of(
            DOMAIN,
            keyId,
            text.payNo().value(),
            text.status().name(),
            tradeNoText(),
            amount.amount().toPlainString(),
            amount.currency().getCurrencyCode(),
            text.timestamp(),
            text.nonce()));
  }

  /** Returns an empty text for a failure without a trade; a trade number is never empty. */
  String tradeNoText() {
    return tradeNo == null ? "" : tradeNo.value();
  }

  @Override
  public ChannelResult result() {
    return new ChannelResult(text.payNo(), text.status(), tradeNo, amount, null);
  }
}
