package com.yuge.payment.domain.shared;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount above zero, with two decimals, in one currency. */
public record Money(BigDecimal amount, Currency currency) {
  public static final Currency CNY = Currency.getInstance("CNY");
  public static final int DECIMALS = 2;

  /** The largest value of a DECIMAL(12,2) column. */
  public static final BigDecimal MAX = new BigDecimal("9999999999.99");

  public Money {
    // Scale and sign are checked first: both checks are cheap, even for a huge exponent.
    if (amount.scale() > DECIMALS || amount.signum() <= 0 || amount.compareTo(MAX) > 0) {
      throw new InvalidValue("amount", "amount");
    }
    amount = amount.setScale(DECIMALS);
  }

  /**
   * Chinese yuan, the shop's currency.
   *
   * @throws InvalidValue unless the amount is above zero, has at most two decimals and is at most
   *     {@link #MAX}
   */
  public static Money cny(BigDecimal amount) {
    return new Money(amount, CNY);
  }

  /** The same for a field with another name. */
  public static Money cny(String field, BigDecimal amount) {
    try {
      return cny(amount);
    } catch (InvalidValue invalid) {
      throw new InvalidValue(field, invalid.rule());
    }
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
