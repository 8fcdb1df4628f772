package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.World;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Once faults have stopped, every order is decided within {@link #LIMIT}, paid for or not. */
final class OrdersEnd implements Invariant {
  /** The time to pay and clocks that differ, then two of the longest pauses between checks. */
  private static final Duration LIMIT = Duration.ofMinutes(15 + 10 + 2 * 32);

  private final Committed committed;
  private final Scheduler scheduler;
  private final Set<PayNo> seen = new HashSet<>();

  OrdersEnd(Committed committed, Scheduler scheduler) {
    this.committed = committed;
    this.scheduler = scheduler;
  }

  @Override
  public void afterChange() {
    for (PayOrder order : committed.orders()) {
      if (seen.add(order.payNo())) {
        scheduler.after(World.untilCalm(scheduler).plus(LIMIT), () -> require(order.payNo()));
      }
    }
  }

  private void require(PayNo payNo) {
    PayOrder order = committed.order(payNo);
    if (order == null || order.status().isOpen()) {
      throw new Violation(this, payNo + " is still open: " + order);
    }
  }
}
