package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.in.web.JsonObject;
import com.yuge.payment.in.web.Malformed;

/** Reads what is to be collected, for which order, by which channel (MOCK unless named). */
final class CreateRequest {
  // JSON's number without its sign. The bounds on length and exponent keep reading it cheap; how
  // large it may be and with how many decimals is for Money to say.
  private static final Grammar AMOUNT =
      Grammar.of(
          "amount", "amount", "(?=.{1,64}\\z)(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
  private static final Grammar CHANNEL = Grammar.of("channel", "channel", "MOCK|ALIPAY|WECHAT");

  private static final Grammar CURRENCY = Grammar.of("currency", "shop-currency", "CNY");

  private CreateRequest() {}

  static PayRequest read(JsonObject json) {
    return Malformed.unless(() -> of(json));
  }

  private static PayRequest of(JsonObject json) {
    String unused = json.optionalText(CURRENCY);
    String channel = json.optionalText(CHANNEL);
    String subject = json.optionalText(Subject.GRAMMAR);
    return new PayRequest(
        new OrderNo(json.text(OrderNo.GRAMMAR)),
        Money.cny(json.number(AMOUNT)),
        channel == null ? PayChannel.MOCK : PayChannel.valueOf(channel),
        subject == null ? null : new Subject(subject));
  }
}
