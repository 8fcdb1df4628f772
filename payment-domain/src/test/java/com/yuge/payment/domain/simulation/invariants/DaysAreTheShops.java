package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.limit.Reservation;
import com.yuge.payment.domain.order.OpenTerms;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.simulation.actors.Surroundings;
import java.time.LocalDate;

/** An order that was let in counts on the day, in the shop's zone, on which it was opened. */
record DaysAreTheShops(Committed committed) implements Invariant {
  @Override
  public void afterChange() {
    for (PayOrder order : committed.orders()) {
      Reservation reserved = order.reservation();
      OpenTerms terms = order.terms();
      if (order.status() == PayStatus.PAYING && reserved != null && terms != null) {
        LocalDate day = LocalDate.ofInstant(terms.openedAt(), Surroundings.SHOP);
        if (!reserved.day().equals(day)) {
          throw new Violation(this, order.payNo() + " was opened on " + day + ": " + reserved);
        }
      }
    }
  }
}
