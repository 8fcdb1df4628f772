package com.yuge.payment.domain.outbox.relay;

import java.util.List;

/**
 * Finds the event that the broker refuses: halves the batches until the event is alone, then counts
 * its attempts.
 */
final class PoisonEventFinder {
  private static final long NOBODY = -1;

  private final int batchSize;
  private int limit;
  private long suspectUntil = NOBODY;
  private long culprit = NOBODY;
  private int attempts;

  PoisonEventFinder(int batchSize) {
    this.batchSize = batchSize;
    this.limit = batchSize;
  }

  /** How many events a batch may have. */
  int limit() {
    return limit;
  }

  /** Returns how often the event at fault was refused; 0 while it is not alone. */
  int refused(List<Long> rowIds) {
    suspectUntil = rowIds.get(rowIds.size() - 1);
    limit = Math.max(1, rowIds.size() / 2);
    if (rowIds.size() > 1) {
      return 0;
    }
    attempts = culprit == suspectUntil ? attempts + 1 : 1;
    culprit = suspectUntil;
    return attempts;
  }

  /** Batches grow again after all suspected events have passed. */
  void passed(List<Long> rowIds) {
    if (rowIds.get(rowIds.size() - 1) >= suspectUntil) {
      over();
    }
  }

  /** The event at fault is out of the way. */
  void over() {
    limit = batchSize;
    suspectUntil = NOBODY;
    culprit = NOBODY;
    attempts = 0;
  }
}
