package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.actors.BookedRefund.Hand;
import com.yuge.payment.domain.simulation.actors.BookedRefund.State;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.time.Duration;

/** What the channel makes of a refund, at once and later, by chance. */
final class RefundWhims {
  /** After that, a refusal that a query confirms is final. */
  private static final Duration CONFIRMED = Duration.ofSeconds(10);

  private static final Duration SOON = Duration.ofMinutes(20);
  private static final Duration LATE = Duration.ofHours(6);

  private final Surroundings surroundings;
  private final RefundBooks books;
  private final RefundCallbacks callbacks;

  RefundWhims(Surroundings surroundings, RefundBooks books, RefundCallbacks callbacks) {
    this.surroundings = surroundings;
    this.books = books;
    this.callbacks = callbacks;
  }

  /** Decides on a request that the channel does not know yet. */
  State take(RefundRequest request) {
    if (surroundings.strikes(Trouble.REFUND_CLOSED)) {
      refuse(request, State.CLOSED);
      mayDoLate(request.refundNo(), Duration.ZERO);
    } else if (surroundings.strikes(Trouble.REFUND_REFUSED)) {
      refuse(request, State.REFUSED);
      mayDoAfterAll(request.refundNo());
    } else if (surroundings.strikes(Trouble.REFUND_ABNORMAL)) {
      book(request, State.ABNORMAL);
      abnormal(request.refundNo());
    } else if (surroundings.strikes(Trouble.REFUND_ACCEPTED)) {
      book(request, State.ACCEPTED);
      goOn(request.refundNo());
    } else {
      book(request, State.ACCEPTED);
      done(request.refundNo());
    }
    return books.find(request.refundNo()).orElseThrow().state();
  }

  void refuse(RefundRequest request, State state) {
    BookedRefund before = before(request);
    books.put(before.refused(state, surroundings.scheduler().now()));
    if (state == State.CLOSED) {
      tell(request.refundNo());
    }
  }

  private void book(RefundRequest request, State state) {
    books.put(before(request).with(state));
  }

  // A number that was refused before stays one that was refused.
  private BookedRefund before(RefundRequest request) {
    return books
        .find(request.refundNo())
        .orElseGet(() -> BookedRefund.begun(request, State.ACCEPTED));
  }

  private void mayDoAfterAll(RefundNo refundNo) {
    if (surroundings.strikes(Trouble.REFUND_DONE_AFTER_ALL)) {
      later(surroundings.upTo(CONFIRMED.minusMillis(1)), () -> done(refundNo, State.REFUSED));
    } else {
      mayDoLate(refundNo, CONFIRMED);
    }
  }

  private void mayDoLate(RefundNo refundNo, Duration notBefore) {
    if (surroundings.strikes(Trouble.REFUND_DONE_LATE)) {
      State state = books.find(refundNo).orElseThrow().state();
      later(notBefore.plus(surroundings.upTo(LATE)), () -> done(refundNo, state));
    }
  }

  private void abnormal(RefundNo refundNo) {
    tell(refundNo);
    if (surroundings.chance().oneIn(3)) {
      later(surroundings.upTo(LATE), () -> done(refundNo, State.ABNORMAL));
    }
  }

  // Decided now: once faults have stopped, no other trouble strikes.
  private void goOn(RefundNo refundNo) {
    Duration delay = surroundings.upTo(SOON);
    if (surroundings.strikes(Trouble.REFUND_FORGOTTEN)) {
      later(delay, () -> become(refundNo, State.FORGOTTEN));
    } else if (surroundings.strikes(Trouble.REFUND_CLOSED)) {
      later(delay, () -> close(refundNo));
    } else if (surroundings.strikes(Trouble.REFUND_ABNORMAL)) {
      later(delay, () -> fail(refundNo));
    } else if (!surroundings.strikes(Trouble.REFUND_STUCK)) {
      later(delay, () -> done(refundNo, State.ACCEPTED));
    }
  }

  private void become(RefundNo refundNo, State state) {
    if (isStill(refundNo, State.ACCEPTED)) {
      books.put(books.find(refundNo).orElseThrow().with(state));
    }
  }

  private void close(RefundNo refundNo) {
    if (isStill(refundNo, State.ACCEPTED)) {
      refuse(books.find(refundNo).orElseThrow().request(), State.CLOSED);
      mayDoLate(refundNo, Duration.ZERO);
    }
  }

  private void fail(RefundNo refundNo) {
    become(refundNo, State.ABNORMAL);
    if (isStill(refundNo, State.ABNORMAL)) {
      abnormal(refundNo);
    }
  }

  private void done(RefundNo refundNo, State expected) {
    if (isStill(refundNo, expected)) {
      done(refundNo);
    }
  }

  private void done(RefundNo refundNo) {
    BookedRefund refund = books.find(refundNo).orElseThrow();
    long confirmed = refund.refusedAt() + CONFIRMED.toNanos() / 1_000;
    boolean late =
        refund.state() == State.CLOSED
            || (refund.wasRefused() && surroundings.scheduler().now() >= confirmed);
    books.put(refund.done(late));
    tell(refundNo);
  }

  private boolean isStill(RefundNo refundNo, State state) {
    BookedRefund refund = books.find(refundNo).orElseThrow();
    return refund.state() == state && refund.hand() == Hand.NONE;
  }

  // Without a callback nothing tells of a refund that is made late.
  private void tell(RefundNo refundNo) {
    BookedRefund refund = books.find(refundNo).orElseThrow();
    surroundings
        .scheduler()
        .note(
            "channel", () -> refundNo + " is " + refund.state() + (refund.isLate() ? " late" : ""));
    if (refund.isLate() || !surroundings.strikes(Trouble.CALLBACK_NEVER_ARRIVES)) {
      callbacks.tell(refund);
    }
  }

  private void later(Duration delay, Runnable work) {
    surroundings.scheduler().after(delay, work);
  }
}
