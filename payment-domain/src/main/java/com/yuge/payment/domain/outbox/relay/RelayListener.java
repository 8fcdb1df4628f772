package com.yuge.payment.domain.outbox.relay;

import java.util.BitSet;

/** Receives what the relay does, for logs and metrics; must not wait and must not throw. */
public interface RelayListener {
  /** The partitions that this instance publishes have changed. */
  void partitionsChanged(BitSet partitions);

  /**
   * A batch has ended, with success or failure.
   *
   * @param failures how many batches of its partition failed in a row, 0 after a success
   */
  void batchEnded(BatchResult result, int failures);

  /** The whole relay pauses: the database is unavailable, or the relay has a bug. */
  void paused(Throwable trouble, int failures);
}
