package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;

/**
 * Sums over the refunds of one payment, with two decimals, in its currency.
 *
 * @param held the refunds that the payment's money must pay for: all but the failed ones
 * @param done the refunds that the channel has made
 */
public record RefundTotals(BigDecimal held, BigDecimal done) {
  public static final RefundTotals NONE = new RefundTotals(BigDecimal.ZERO, BigDecimal.ZERO);

  public RefundTotals {
    if (done.signum() < 0 || done.compareTo(held) > 0) {
      throw new IllegalArgumentException("0 <= done <= held: " + done + ", " + held);
    }
    held = held.setScale(Money.DECIMALS);
    done = done.setScale(Money.DECIMALS);
  }

  /** The refunds that are neither done nor failed. */
  public BigDecimal undecided() {
    return held.subtract(done);
  }

  RefundTotals plus(BigDecimal moreHeld, BigDecimal moreDone) {
    return new RefundTotals(held.add(moreHeld), done.add(moreDone));
  }
}
