package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;

/** Limits how fast events are published again: a rate per second, and one batch at a time. */
final class ReplayThrottle {
  private final int rate;
  private final int batchSize;
  private final Duration pollMin;
  private final Duration pollMax;
  private final Timer due;
  private boolean waiting;

  ReplayThrottle(RelaySettings settings, long now) {
    this.rate = settings.replayRate();
    this.batchSize = settings.batchSize();
    this.pollMin = settings.pollMin();
    this.pollMax = settings.pollMax();
    this.due = new Timer(now);
  }

  /** The lease query also reports whether replays exist, so an empty replay list costs no query. */
  void learn(boolean anyWait) {
    waiting = anyWait;
  }

  boolean isDue(long now) {
    return waiting && due.isDue(now);
  }

  long left(long now) {
    return waiting ? due.left(now) : Long.MAX_VALUE;
  }

  /** The most events to read from each of this many partitions. */
  int limit(int partitions) {
    return Math.max(1, Math.min(batchSize, rate) / Math.max(1, partitions));
  }

  /**
   * @param everywhere whether all partitions were read; if so and no event was found, none is left
   */
  void published(int events, boolean everywhere, long now) {
    if (events == 0) {
      waiting &= !everywhere;
      due.dueIn(pollMax, now);
      return;
    }
    Duration pause = Duration.ofSeconds(events).dividedBy(rate);
    due.dueIn(pause.compareTo(pollMin) > 0 ? pause : pollMin, now);
  }
}
