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

/** Version 2: all that the channel says, the trade and its amount among it. */
record HmacPayloadV2(Md5Payload text, @Nullable TradeNo tradeNo, Money amount)
    implements HmacPayload {
  /** Keeps signatures made for anything else, and by later versions, from being taken for ours. */
  private static final String DOMAIN = "payment-callback-v2";

  private static final Grammar AMOUNT =
      Grammar.of("amount", "signed-amount", "(0|[1-9][0-9]{0,9})\\.[0-9]{2}");
  private static final Grammar CURRENCY = Grammar.of("currency", "currency", "[A-Z]{3}");

  static HmacPayloadV2 of(CallbackBody json) {
    Md5Payload text = Md5Payload.of(json);
    return new HmacPayloadV2(text, MockCallback.tradeNo(json, text.status()), amount(json));
  }

  // Written one way only, so that what was signed can be read off the body.
  private static Money amount(CallbackBody json) {
    return new Money(
        new BigDecimal(AMOUNT.require(json.amount())), currency(CURRENCY.require(json.currency())));
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

  /** A failure may lack its trade: an empty field then, which no trade number is. */
  String tradeNoText() {
    return tradeNo == null ? "" : tradeNo.value();
  }

  @Override
  public ChannelResult result() {
    return new ChannelResult(text.payNo(), text.status(), tradeNo, amount, null);
  }
}
