package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Money;
import java.time.Duration;

/**
 * What a channel allows for new payments.
 *
 * @param most the largest amount of one payment
 * @param closesEarly how long before the order's expiry the channel stops taking money, so that
 *     nobody can pay an order that is being closed
 * @param shortest how long before the order's expiry a payment may be opened at the latest
 */
public record ChannelLimits(Money most, Duration closesEarly, Duration shortest) {
  /** Limits that no order reaches. */
  public static final ChannelLimits NONE =
      new ChannelLimits(Money.cny(Money.MAX), Duration.ZERO, Duration.ZERO);

  public ChannelLimits {
    if (closesEarly.isNegative() || shortest.compareTo(closesEarly) < 0) {
      throw new IllegalArgumentException("0 <= closesEarly <= shortest");
    }
  }

  public boolean takes(Money amount) {
    return amount.amount().compareTo(most.amount()) <= 0;
  }

  /** Limits of a channel that closes a payment by itself at the time that it was given. */
  public static ChannelLimits upTo(Money most) {
    return new ChannelLimits(most, Duration.ofSeconds(30), Duration.ofSeconds(90));
  }
}
