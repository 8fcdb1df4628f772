package com.yuge.payment.domain.outbox.relay;

/**
 * How many events are read at once. If a read takes longer than the pause between two renewals, its
 * sends may come too late for the leases. The next read is then half as large. Otherwise, on a slow
 * database or machine, the relay would read the same events again and again and never send them.
 */
final class AdaptiveFetchSize {
  private static final int UNBOUNDED = 1 << 20;

  private final int batchSize;
  private final long patience;
  private int events = UNBOUNDED;

  AdaptiveFetchSize(RelaySettings settings) {
    this.batchSize = settings.batchSize();
    this.patience = settings.renewEvery().toNanos();
  }

  /** The most events to read from each of this many partitions. */
  int limit(int partitions) {
    return Math.max(1, Math.min(batchSize, events / Math.max(1, partitions)));
  }

  /**
   * @param nanos from the start of a read to the hand-over of its last batch
   * @param read how many events there were; 0 if the read failed
   */
  void took(long nanos, int read) {
    if (nanos > patience) {
      events = Math.max(1, read / 2);
    } else if (nanos < patience / 4 && read >= events / 2) {
      events = Math.min(UNBOUNDED, events * 2);
    }
  }
}
