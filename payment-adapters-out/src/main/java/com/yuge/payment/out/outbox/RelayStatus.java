package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.RelayListener;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.LongSupplier;

/** The current status of this instance's relay; its thread writes it, any thread reads it. */
final class RelayStatus implements RelayListener {
  /** The owner of this partition maintains the tables, so that only one instance does so. */
  private static final int MAINTENANCE_PARTITION = 0;

  private final LongSupplier nanoTime;
  private final long remembered;
  private final BitSet held = new BitSet();
  private final BitSet failing = new BitSet();
  private boolean everPaused;
  private long pausedAt;

  /**
   * @param remembered how long a pause of the whole relay counts as current
   */
  RelayStatus(LongSupplier nanoTime, Duration remembered) {
    this.nanoTime = nanoTime;
    this.remembered = remembered.toNanos();
  }

  @Override
  public synchronized void partitionsChanged(BitSet partitions) {
    held.clear();
    held.or(partitions);
    failing.and(partitions);
  }

  @Override
  public synchronized void batchEnded(BatchResult result, int failures) {
    failing.set(result.partition(), failures > 0 && held.get(result.partition()));
  }

  @Override
  public synchronized void paused(Throwable trouble, int failures) {
    everPaused = true;
    pausedAt = nanoTime.getAsLong();
  }

  /** Returns whether this instance publishes the partition; the number may be any number. */
  synchronized boolean owns(int partition) {
    return partition >= 0 && held.get(partition);
  }

  synchronized int held() {
    return held.cardinality();
  }

  synchronized boolean runsMaintenance() {
    return held.get(MAINTENANCE_PARTITION);
  }

  /** Partitions whose last batch failed. */
  synchronized int failing() {
    return failing.cardinality();
  }

  /** Returns whether the whole relay pauses, or did so a moment ago. */
  synchronized boolean isPausing() {
    return everPaused && nanoTime.getAsLong() - pausedAt < remembered;
  }
}
