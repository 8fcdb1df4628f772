package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payer's payment.
 *
 * @param total what the merchant's order costs
 * @param coupon what a coupon paid of it
 */
record Payment(Money total, BigDecimal coupon, Instant at) {
  /** The amount that the payer paid and the merchant received; not the order's price. */
  BigDecimal received() {
    return total.amount().subtract(coupon).max(BigDecimal.ZERO).setScale(Money.DECIMALS);
  }
}
