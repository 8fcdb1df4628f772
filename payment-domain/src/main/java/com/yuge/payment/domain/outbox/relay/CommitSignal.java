package com.yuge.payment.domain.outbox.relay;

/**
 * Tells the relay of this process that a partition has something new; never waits, never throws.
 */
public interface CommitSignal {
  void committed(int partition, long row);
}
