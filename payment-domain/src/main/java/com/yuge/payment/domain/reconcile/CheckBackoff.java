package com.yuge.payment.domain.reconcile;

import com.yuge.payment.domain.order.PayOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * When an order is checked again. The pause is as long as the time since the order's creation, or
 * since its expiry, so pauses double. The order is also checked at its expiry. Each pause is
 * shortened by up to a quarter, so that orders that were created together are not queried together.
 *
 * @param min shortest pause
 * @param max longest pause
 * @param jitter a number from 0 to below 1
 */
public record CheckBackoff(Duration min, Duration max, DoubleSupplier jitter) {
  /** A check just before the expiry is not repeated in a tight loop. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  Duration after(PayOrder order, Instant now) {
    boolean expired = order.hasExpired(now);
    Instant since = expired ? order.expireAt() : order.createdAt();
    Duration pause = jittered(clamp(Duration.between(since, now), min, max));
    return expired ? pause : clamp(Duration.between(now, order.expireAt()), SHORTEST, pause);
  }

  private Duration jittered(Duration pause) {
    long nanos = pause.toNanos();
    return Duration.ofNanos(nanos - (long) (nanos / 4.0 * jitter.getAsDouble()));
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    Duration atLeast = value.compareTo(least) < 0 ? least : value;
    return atLeast.compareTo(most) < 0 ? atLeast : most;
  }
}
