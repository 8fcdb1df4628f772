package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.World;
import com.yuge.payment.domain.simulation.actors.BookedRefund;
import com.yuge.payment.domain.simulation.actors.BookedRefund.State;
import com.yuge.payment.domain.simulation.actors.RefundBooks;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Once faults have stopped, both books say the same of a refund within {@link #LIMIT} of its last
 * change at the channel.
 */
final class BooksAgree implements Invariant {
  /** The longest pause between two calls, and then the spacing by clocks that differ. */
  private static final Duration LIMIT = Duration.ofMinutes(30 + 12);

  /** The channel tells of a refund that it made late after 2 days at most, and repeats hourly. */
  private static final Duration LATE_LIMIT = Duration.ofHours(2 * 24 + 2);

  private final Committed committed;
  private final RefundBooks books;
  private final Scheduler scheduler;
  private final Map<RefundNo, BookedRefund> seen = new HashMap<>();
  private final Set<RefundNo> rows = new HashSet<>();

  BooksAgree(Committed committed, RefundBooks books, Scheduler scheduler) {
    this.committed = committed;
    this.books = books;
    this.scheduler = scheduler;
  }

  @Override
  public void afterChange() {
    for (Refund refund : committed.refunds()) {
      if (rows.add(refund.refundNo())) {
        plan(refund.refundNo(), LIMIT);
      }
    }
    for (BookedRefund booked : books.all()) {
      RefundNo refundNo = booked.request().refundNo();
      if (!booked.equals(seen.put(refundNo, booked))) {
        plan(refundNo, booked.isLate() ? LATE_LIMIT : LIMIT);
      }
    }
  }

  private void plan(RefundNo refundNo, Duration limit) {
    BookedRefund then = seen.get(refundNo);
    scheduler.after(
        World.untilCalm(scheduler).plus(limit),
        () -> {
          if (Objects.equals(then, seen.get(refundNo))) {
            require(refundNo);
          }
        });
  }

  @Override
  public void atRest() {
    rows.forEach(this::require);
  }

  private void require(RefundNo refundNo) {
    Refund here =
        committed.refunds().stream()
            .filter(refund -> refund.refundNo().equals(refundNo))
            .findFirst()
            .orElseThrow();
    BookedRefund there = books.find(refundNo).orElse(null);
    if (!agree(here, there)) {
      throw new Violation(this, "here " + here + ", there " + there);
    }
  }

  private static boolean agree(Refund here, @Nullable BookedRefund there) {
    if (there == null) {
      return here.status() == RefundStatus.FAILED && !here.isDone();
    }
    return switch (here.status()) {
      case SUCCESS -> there.isMade();
      case FAILED -> here.isDone() == there.isMade();
      case REFUNDING -> there.state() == State.ACCEPTED;
      case ABNORMAL -> there.state() == State.ABNORMAL;
    };
  }
}
