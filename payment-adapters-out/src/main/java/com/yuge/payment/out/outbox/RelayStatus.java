package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.RelayListener;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.LongSupplier;

/** How this instance's relay is just now; written by its thread, read by any. */
final class RelayStatus implements RelayListener {
  /** The owner of this partition maintains the tables, so that one of all instances does. */
  private static final int MAINTENANCE_PARTITION = 0;

  private final LongSupplier nanoTime;
  private final long remembered;
  private final BitSet held = new BitSet();
  private final BitSet failing = new BitSet();
  private boolean everPaused;
  private long pausedAt;

  /**
   * @param remembered for how long a pause of the whole relay counts as one that goes on
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

  /** Whether this instance publishes it, whatever number somebody made up. */
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

  /** Whether the relay as a whole could not go on, a moment ago or now. */
  synchronized boolean isPausing() {
    return everPaused && nanoTime.getAsLong() - pausedAt < remembered;
  }
}
