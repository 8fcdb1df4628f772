package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.Delivery;
import com.yuge.payment.domain.relay.RelayListener;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.LongSupplier;

/** How this instance's relay fares just now; written by its thread, read by any. */
final class RelayPulse implements RelayListener {
  /** Whoever keeps the log and its figures: one of all instances, whichever has this partition. */
  private static final int KEEPER = 0;

  private final LongSupplier nanoTime;
  private final long remembered;
  private final BitSet held = new BitSet();
  private final BitSet failing = new BitSet();
  private boolean everPaused;
  private long pausedAt;

  /**
   * @param remembered for how long a pause of the whole relay counts as one that goes on
   */
  RelayPulse(LongSupplier nanoTime, Duration remembered) {
    this.nanoTime = nanoTime;
    this.remembered = remembered.toNanos();
  }

  @Override
  public synchronized void holds(BitSet partitions) {
    held.clear();
    held.or(partitions);
    failing.and(partitions);
  }

  @Override
  public synchronized void delivered(Delivery delivery, int failures) {
    failing.set(delivery.partition(), failures > 0 && held.get(delivery.partition()));
  }

  @Override
  public synchronized void paused(Throwable trouble, int failures) {
    everPaused = true;
    pausedAt = nanoTime.getAsLong();
  }

  /** Whether this instance publishes it, whatever number somebody made up. */
  synchronized boolean holds(int partition) {
    return partition >= 0 && held.get(partition);
  }

  synchronized int held() {
    return held.cardinality();
  }

  synchronized boolean isKeeper() {
    return held.get(KEEPER);
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
