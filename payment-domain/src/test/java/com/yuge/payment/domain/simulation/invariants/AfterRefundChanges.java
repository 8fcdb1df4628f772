package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.simulation.actors.RefundBooks;
import java.util.List;

/** Looks only where something has changed about refunds: most of a world is about payments. */
final class AfterRefundChanges implements Invariant {
  private final Committed committed;
  private final RefundBooks books;
  private final List<Invariant> all;
  private long lastChange;

  AfterRefundChanges(Committed committed, RefundBooks books, List<Invariant> all) {
    this.committed = committed;
    this.books = books;
    this.all = all;
  }

  @Override
  public void afterChange() {
    long change = books.changes() + committed.refundEvents().count();
    for (Refund refund : committed.refunds()) {
      change += 1 + refund.version();
    }
    if (change != lastChange) {
      lastChange = change;
      all.forEach(Invariant::afterChange);
    }
  }

  @Override
  public void atRest() {
    all.forEach(Invariant::atRest);
  }
}
