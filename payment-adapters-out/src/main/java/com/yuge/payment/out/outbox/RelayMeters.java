package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.RelayListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/** Counts what the relay does. */
final class RelayMeters implements RelayListener {
  private final Clock clock;
  private final Counter published;
  private final Counter replayed;
  private final Counter refused;
  private final Counter blocked;
  private final Counter trouble;
  private final Counter duplicates;
  private final Counter pauses;
  private final Timer commitToAck;

  RelayMeters(MeterRegistry meters, Clock clock) {
    this.clock = clock;
    this.published = meters.counter("payment.outbox.published");
    this.replayed = meters.counter("payment.outbox.replayed");
    this.refused = meters.counter("payment.outbox.refused");
    this.blocked = meters.counter("payment.outbox.blocks");
    this.trouble = meters.counter("payment.outbox.trouble");
    this.duplicates = meters.counter("payment.outbox.duplicates.possible");
    this.pauses = meters.counter("payment.outbox.pauses");
    this.commitToAck = meters.timer("payment.outbox.commit.to.ack");
  }

  @Override
  public void partitionsChanged(BitSet partitions) {
    // A gauge reads it from the relay's status.
  }

  @Override
  public void batchEnded(BatchResult result, int failures) {
    int events = result.batch().events().size();
    switch (result.status()) {
      case SENT -> {} // The batch ends later.
      case PUBLISHED -> published(result, events);
      case REFUSED -> refused.increment();
      case BLOCKED -> blocked.increment();
      case UNACKED -> trouble.increment();
      case UNSENT -> {
        // The broker may have stored what it did not acknowledge in time.
        trouble.increment();
        duplicates.increment(events);
      }
      case FENCED -> duplicates.increment(events);
    }
  }

  private void published(BatchResult result, int events) {
    if (result.batch().replay()) {
      replayed.increment(events);
      return;
    }
    published.increment(events);
    Instant now = clock.instant();
    for (PendingEvent event : result.batch().events()) {
      Duration taken = Duration.between(event.at(), now);
      // The clocks of two instances may differ by more than the time taken.
      commitToAck.record(taken.isNegative() ? Duration.ZERO : taken);
    }
  }

  @Override
  public void paused(Throwable problem, int failures) {
    pauses.increment();
  }
}
