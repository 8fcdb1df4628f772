package com.yuge.payment.domain.reconcile;

import com.yuge.payment.domain.order.PayOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * When to check again: after as long as has passed since the order was made, or since it expired,
 * so that pauses double; and at the expiry itself. Each pause is cut by up to a quarter so that
 * orders made together are not asked for together.
 *
 * @param min shortest pause
 * @param max longest pause
 * @param jitter a number from 0 to below 1
 */
public record CheckBackoff(Duration min, Duration max, DoubleSupplier jitter) {
  /** A check that comes a moment before the expiry is not repeated in a tight loop. */
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
