package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;

/** Alipay's amounts: yuan with two decimals, from 0.01 to 100000000.00. */
final class AlipayMoney {
  static final Money MOST = Money.cny(new BigDecimal("100000000.00"));
  private static final Grammar GRAMMAR =
      Grammar.of("amount", "amount", "(0|[1-9][0-9]{0,8})\\.[0-9]{2}");

  private AlipayMoney() {}

  static String text(Money money) {
    return money.amount().toPlainString();
  }

  /** Throws {@link com.yuge.payment.domain.shared.InvalidValue} unless it is above zero. */
  static Money read(String field, String text) {
    return Money.cny(new BigDecimal(GRAMMAR.of(field).require(text)));
  }
}
