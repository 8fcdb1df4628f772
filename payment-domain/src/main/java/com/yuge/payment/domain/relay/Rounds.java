package com.yuge.payment.domain.relay;

import java.time.Duration;
import java.util.List;

/**
 * When partitions without a backlog are read: all that have news at once, in rounds. The next round
 * begins when as much time has passed as a round took lately, so that what is committed meanwhile
 * shares a read, a send and a commit with others; and since it takes all that waits, the relay is
 * never slower than what comes in.
 */
final class Rounds {
  /** After a round that was held up, the next need not wait as long. */
  private static final long LONGEST = Duration.ofMillis(50).toNanos();

  private final Timer next;
  private long took;
  private boolean awaited;

  Rounds(long now) {
    this.next = new Timer(now);
  }

  /** Those of the ready ones that are read now. */
  List<Lane> next(List<Lane> ready, long now) {
    boolean begins = next.isDue(now);
    List<Lane> asked = begins ? ready : ready.stream().filter(Lane::isBacklogged).toList();
    awaited = asked.size() < ready.size();
    if (begins && !asked.stream().allMatch(Lane::isBacklogged)) {
      next.dueIn(Duration.ofNanos(Math.min(LONGEST, took)), now);
    }
    return asked;
  }

  /** How long one of a round's batches was on its way, from the read until it was struck off. */
  void took(long nanos) {
    took = nanos;
  }

  /** Nanoseconds until the next round, where something waits for it. */
  long left(long now) {
    return awaited ? next.left(now) : Long.MAX_VALUE;
  }
}
