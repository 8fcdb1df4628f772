package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Knows below which row id nothing can appear any more.
 *
 * <p>Row ids are given out in ascending order, but before the commit. So a row may appear below
 * newer ones, as long as the transaction that drew its id is open. Once a row was seen committed,
 * every lower id had been drawn by then; the longest transaction later all of these have ended. A
 * read that begins after that sees each of them that was committed.
 */
final class SettledRows {
  /** More would be more exact, and cost more to keep. */
  private static final int SIGHTINGS = 8;

  private record Sighting(long row, long at) {}

  private final long longestTransaction;
  private final Deque<Sighting> sightings = new ArrayDeque<>();
  private long settled;

  /**
   * @param longestTransaction so long after its begin a transaction has ended
   */
  SettledRows(Duration longestTransaction) {
    this.longestTransaction = longestTransaction.toNanos();
  }

  /** That row was committed at {@code now} at the latest. */
  void saw(long row, long now) {
    Sighting last = sightings.peekLast();
    if (last == null || now - last.at() > longestTransaction / SIGHTINGS) {
      sightings.addLast(new Sighting(row, now));
    }
  }

  /** No transaction that is open at that moment, or begins later, has an id below the answer. */
  long asOf(long moment) {
    while (!sightings.isEmpty() && moment - sightings.getFirst().at() > longestTransaction) {
      settled = Math.max(settled, sightings.removeFirst().row());
    }
    return settled;
  }

  /** The ids may be given out anew, as after a failover to a server that lacked the newest. */
  void forget() {
    sightings.clear();
    settled = 0;
  }
}
