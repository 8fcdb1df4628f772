package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Determines the row id below which no new row can appear.
 *
 * <p>Row ids are drawn in ascending order, but before the commit. So a row may appear below newer
 * rows while the transaction that drew its id is open. When a row is seen as committed, all lower
 * ids have been drawn. After the longest transaction time, all of those transactions have ended. A
 * read that begins later sees all of their committed rows.
 */
final class StableRows {
  /** More sightings are more exact, but cost more to store. */
  private static final int SIGHTINGS = 8;

  private record Sighting(long row, long at) {}

  private final long longestTransaction;
  private final Deque<Sighting> sightings = new ArrayDeque<>();
  private long stable;

  /**
   * @param longestTransaction the time after which every transaction has ended
   */
  StableRows(Duration longestTransaction) {
    this.longestTransaction = longestTransaction.toNanos();
  }

  /** This row was committed at {@code now} or earlier. */
  void saw(long row, long now) {
    Sighting last = sightings.peekLast();
    if (last == null || now - last.at() > longestTransaction / SIGHTINGS) {
      sightings.addLast(new Sighting(row, now));
    }
  }

  /** No transaction that is open at that moment, or begins later, has an id below the result. */
  long asOf(long moment) {
    while (!sightings.isEmpty() && moment - sightings.getFirst().at() > longestTransaction) {
      stable = Math.max(stable, sightings.removeFirst().row());
    }
    return stable;
  }

  /** Row ids may be drawn again, as after a failover to a server without the newest rows. */
  void forget() {
    sightings.clear();
    stable = 0;
  }
}
