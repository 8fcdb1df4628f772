package com.yuge.payment.domain.relay;

import java.util.List;

/**
 * How many batches of partitions without a backlog may be on their way. While few such partitions
 * wait, all of them; once they queue, one after each pause, so that what is committed meanwhile
 * shares a send, a flush and a commit with others.
 */
final class SmallBatches {
  private final RelaySettings settings;
  private final Timer next;
  private boolean queued;

  SmallBatches(RelaySettings settings, long now) {
    this.settings = settings;
    this.next = new Timer(now);
  }

  /** How many at most, where these are ready. */
  int most(List<Lane> ready, long now) {
    long waiting = ready.stream().filter(lane -> !lane.isBacklogged()).count();
    queued = waiting > settings.smallBatches();
    if (!queued) {
      return settings.smallBatches();
    }
    return next.isDue(now) ? 1 : 0;
  }

  void begun(List<Lane> lanes, long now) {
    if (lanes.stream().anyMatch(lane -> !lane.isBacklogged())) {
      next.dueIn(settings.smallBatchPause(), now);
    }
  }

  /**
   * Nanoseconds until the next of a queue may begin; if one is on its way, its end is waited for.
   */
  long left(long now) {
    return queued && !next.isDue(now) ? next.left(now) : Long.MAX_VALUE;
  }
}
