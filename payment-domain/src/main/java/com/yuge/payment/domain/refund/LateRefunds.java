package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.shared.Money;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether money that came too late goes back by itself.
 *
 * @param delay how long an operator can cancel the refund
 * @param max larger payments wait for an operator; null for no limit
 */
public record LateRefunds(boolean auto, Duration delay, @Nullable Money max) {
  public LateRefunds {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a delay is 0 or more");
    }
  }

  boolean permit(Money amount) {
    boolean within =
        max == null
            || (amount.currency().equals(max.currency())
                && amount.amount().compareTo(max.amount()) <= 0);
    return auto && within;
  }
}
