package com.yuge.payment.domain.outbox.relay;

import java.util.BitSet;

/** Is told how the relay fares, for logs and metrics; must not wait and must not throw. */
public interface RelayListener {
  /** The partitions that this instance publishes have changed. */
  void partitionsChanged(BitSet partitions);

  /**
   * A batch came to its end, well or badly.
   *
   * @param failures how many of its partition failed in a row, 0 after a success
   */
  void batchEnded(BatchResult result, int failures);

  /** The relay as a whole pauses: the database is away, or it has a bug. */
  void paused(Throwable trouble, int failures);
}
