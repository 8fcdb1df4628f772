package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.fakes.InMemoryStore.CutSlice;
import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.Reservation;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An order that becomes PAYING leaves no more used than the limit is. */
final class AskedStaysWithin implements Invariant {
  private final Committed committed;
  private final Set<PayNo> seen = new HashSet<>();

  AskedStaysWithin(Committed committed) {
    this.committed = committed;
  }

  @Override
  public void afterChange() {
    for (PayOrder order : committed.orders()) {
      Reservation reserved = order.reservation();
      if (order.status() == PayStatus.PAYING && reserved != null && seen.add(order.payNo())) {
        requireWithin(order, reserved);
      }
    }
  }

  private void requireWithin(PayOrder order, Reservation reserved) {
    Map<LimitDay, BigDecimal> used = new HashMap<>();
    for (CutSlice row : committed.limitSlices()) {
      if (row.isCut() && counts(row.day(), reserved)) {
        BigDecimal sum = used.merge(row.day(), row.slice().used(), BigDecimal::add);
        if (sum.compareTo(row.perDay()) > 0) {
          throw new Violation(this, order.payNo() + " was let in: " + row + ", used: " + sum);
        }
      }
    }
  }

  private static boolean counts(LimitDay day, Reservation reserved) {
    return day.day().equals(reserved.day()) && reserved.shards().containsKey(day.subject().scope());
  }
}
