package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.actors.BookedRefund;
import com.yuge.payment.domain.simulation.actors.BookedRefund.Hand;
import com.yuge.payment.domain.simulation.actors.BookedRefund.State;
import com.yuge.payment.domain.simulation.actors.RefundBooks;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * A refund has failed only where the channel can no longer make it: it was never asked, or it
 * refused, or people revoked it there. A channel that breaks its word makes a late success.
 */
final class FailedStaysFailed implements Invariant {
  private static final long CONFIRMED = Duration.ofSeconds(10).toNanos() / 1_000;

  private static final FailCode CANCELLED = new FailCode("CANCELLED");

  private final Committed committed;
  private final RefundBooks books;
  private final Scheduler scheduler;
  private final Set<RefundNo> failed = new HashSet<>();

  FailedStaysFailed(Committed committed, RefundBooks books, Scheduler scheduler) {
    this.committed = committed;
    this.books = books;
    this.scheduler = scheduler;
  }

  @Override
  public void afterChange() {
    for (Refund refund : committed.refunds()) {
      if (refund.status() == RefundStatus.FAILED && refund.progress().lateAt() == null) {
        require(refund);
      }
    }
  }

  private void require(Refund refund) {
    BookedRefund booked = books.find(refund.refundNo()).orElse(null);
    boolean first = failed.add(refund.refundNo());
    if (booked == null) {
      if (books.asked().contains(refund.refundNo())
          || !CANCELLED.equals(refund.progress().failCode())) {
        throw new Violation(this, "the channel never refused " + refund);
      }
    } else if (booked.mayPay() && !booked.isLate()) {
      throw new Violation(this, "the channel may pay " + booked);
    } else if (first && !isOver(booked)) {
      throw new Violation(this, "the channel has not yet decided " + booked);
    }
  }

  private boolean isOver(BookedRefund booked) {
    boolean confirmed = scheduler.now() >= booked.refusedAt() + CONFIRMED;
    return booked.isLate()
        || booked.hand() == Hand.REVOKED
        || (booked.wasRefused() && (booked.state() == State.CLOSED || confirmed));
  }
}
