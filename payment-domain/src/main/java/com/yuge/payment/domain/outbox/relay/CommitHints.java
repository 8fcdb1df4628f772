package com.yuge.payment.domain.outbox.relay;

/**
 * Tells other instances that a partition of theirs has something new. A hint may be lost, late,
 * doubled or wrong, so it is a reason to look and nothing else: what no hint told, a poll finds.
 */
public interface CommitHints {
  /** Never waits, never throws. */
  void send(int partition);
}
