package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts as WeChat Pay counts them: in whole fen. */
final class Fen {
  /** The largest amount of a trade; the SDK counts it in an int. */
  static final Money MOST = money((long) Integer.MAX_VALUE);

  private Fen() {}

  static long of(Money money) {
    return money.amount().movePointRight(Money.DECIMALS).longValueExact();
  }

  /** Throws {@link InvalidValue} unless there is an amount above zero. */
  static Money money(@Nullable Long fen) {
    if (fen == null) {
      throw new InvalidValue("amount", "amount");
    }
    return Money.cny(BigDecimal.valueOf(fen, Money.DECIMALS));
  }
}
