package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.simulation.World;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Once faults have stopped, an event is published within {@link #LIMIT} of its commit. */
final class EventsAreInTime implements Invariant {
  /** A lease's end, the longest pause between polls, the longest backoff, a restart; twice that. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Committed committed;
  private final Scheduler scheduler;
  private final Set<Long> seen = new HashSet<>();

  EventsAreInTime(Committed committed, Scheduler scheduler) {
    this.committed = committed;
    this.scheduler = scheduler;
  }

  @Override
  public void afterChange() {
    for (Long row : committed.pending()) {
      if (seen.add(row)) {
        scheduler.after(World.untilCalm(scheduler).plus(LIMIT), () -> require(row));
      }
    }
  }

  private void require(Long row) {
    if (committed.pending().contains(row)) {
      throw new Violation(this, "row " + row + " still waits");
    }
  }

  @Override
  public void atRest() {
    if (!committed.pending().isEmpty()) {
      throw new Violation(this, "still waiting: " + committed.pending());
    }
  }
}
