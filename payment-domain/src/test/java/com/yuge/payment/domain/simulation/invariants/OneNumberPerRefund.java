package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.actors.BookedRefund;
import com.yuge.payment.domain.simulation.actors.RefundBooks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A refund has one number here and at the channel, which hears the same of it each time. */
record OneNumberPerRefund(Committed committed, RefundBooks books) implements Invariant {
  @Override
  public void afterChange() {
    Set<String> wishes = new HashSet<>();
    Map<RefundNo, Refund> rows = new HashMap<>();
    for (Refund refund : committed.refunds()) {
      rows.put(refund.refundNo(), refund);
      RefundTerms terms = refund.terms();
      if (terms.refundOrderNo() != null
          && !wishes.add(terms.payNo() + " " + terms.refundOrderNo())) {
        throw new Violation(this, "a second number: " + refund);
      }
    }
    for (RefundNo called : books.calls().keySet()) {
      if (!rows.containsKey(called)) {
        throw new Violation(
            this, "the channel was called about a number that is not here: " + called);
      }
    }
    for (BookedRefund booked : books.all()) {
      Refund row = rows.get(booked.request().refundNo());
      if (row == null || !isSame(row.terms(), booked.request())) {
        throw new Violation(this, "the channel has " + booked + ", here is " + row);
      }
    }
  }

  private static boolean isSame(RefundTerms terms, RefundRequest request) {
    return terms.amount().equals(request.amount())
        && terms.tradeNo().equals(request.tradeNo())
        && terms.payNo().equals(request.payNo());
  }
}
