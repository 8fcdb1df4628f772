package com.yuge.payment.out.redis;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of an outage of Redis: when nobody got an answer for as long as it is left alone, once a
 * minute while that lasts, and when it is over. One slow answer is none.
 */
final class RedisOutage {
  private static final Logger log = LoggerFactory.getLogger(RedisOutage.class);
  private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

  private final long pause;
  private final LongSupplier nanoTime;
  private boolean failing;
  private boolean told;
  private long since;
  private long nextWarning;

  RedisOutage(Duration pause, LongSupplier nanoTime) {
    this.pause = pause.toNanos();
    this.nanoTime = nanoTime;
    this.nextWarning = nanoTime.getAsLong();
  }

  synchronized void failed(String why) {
    long now = nanoTime.getAsLong();
    if (!failing) {
      failing = true;
      since = now;
    }
    if (now - since >= pause && now - nextWarning >= 0) {
      nextWarning = now + BETWEEN_WARNINGS;
      told = true;
      log.warn("Redis is away; the database answers instead: {}", why);
    }
  }

  synchronized void answered() {
    if (told) {
      log.info("Redis is back");
    }
    failing = false;
    told = false;
  }
}
