package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.in.web.NumberAsWritten;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A request to create a pay order. The channel is MOCK if none is named. */
record CreateRequest(
    @Nullable String orderNo,
    @JsonDeserialize(using = NumberAsWritten.class) @Nullable String amount,
    @Nullable String channel,
    @Nullable String subject,
    @Nullable String currency,
    @Nullable String merchantNo,
    @Nullable String userNo) {
  // A JSON number without a sign. The bounds on length and exponent keep parsing cheap. Money
  // checks the size and the number of decimals.
  private static final Grammar AMOUNT =
      Grammar.of(
          "amount", "amount", "(?=.{1,64}\\z)(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
  private static final String DEFAULT_CHANNEL = "MOCK";
  private static final Grammar CURRENCY = Grammar.of("currency", "shop-currency", "CNY");

  PayRequest toPayRequest(RequestedParties parties) {
    checkCurrency(currency);
    return new PayRequest(
        new OrderNo(OrderNo.GRAMMAR.require(orderNo)),
        money(amount),
        new PayChannel(channel == null ? DEFAULT_CHANNEL : channel),
        subject == null ? null : new Subject(subject),
        parties.of(merchantNo, userNo));
  }

  /** Checks the currency, if one is named. */
  static void checkCurrency(@Nullable String currency) {
    if (currency != null) {
      CURRENCY.check(currency);
    }
  }

  /** Reads the amount of a request. */
  static Money money(@Nullable String amount) {
    return Money.cny(new BigDecimal(AMOUNT.require(amount)));
  }
}
