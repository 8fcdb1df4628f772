package com.yuge.payment.domain.outbox.relay;

/**
 * Notifies other instances that one of their partitions has new events. A hint may be lost, late,
 * duplicated or wrong, so it is only a reason to read. A poll finds the events whose hint was lost.
 */
public interface CommitHints {
  /** Never waits, never throws. */
  void send(int partition);
}
