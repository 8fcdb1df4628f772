package com.yuge.payment.domain.outbox.relay;

/**
 * Notifies the relay of this process that a partition has a new event; never waits, never throws.
 */
public interface CommitSignal {
  void committed(int partition, long row);
}
