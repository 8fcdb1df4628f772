package com.yuge.payment.in.job;

import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The pause after each search. Consecutive failures double it, up to eight times the interval, but
 * to at most one minute. An interval over one minute is never extended. Used only by the thread
 * that searches.
 */
final class ScanPause implements Trigger {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST_INTERVALS = 8;

  private final Duration interval;
  private final ExponentialBackOff growth;
  private BackOffExecution failures;
  private Duration current;

  ScanPause(Duration interval) {
    long millis = interval.toMillis();
    this.interval = interval;
    this.current = interval;
    this.growth = new ExponentialBackOff(millis, 2);
    growth.setMaxInterval(Math.max(millis, Math.min(MOST_INTERVALS * millis, LONGEST.toMillis())));
    this.failures = growth.start();
  }

  void succeeded() {
    failures = growth.start();
    current = interval;
  }

  /** Returns the pause that follows. */
  Duration failed() {
    current = Duration.ofMillis(failures.nextBackOff());
    return current;
  }

  @Override
  public Instant nextExecution(TriggerContext context) {
    Instant last = context.lastCompletion();
    return last == null ? context.getClock().instant() : last.plus(current);
  }
}
