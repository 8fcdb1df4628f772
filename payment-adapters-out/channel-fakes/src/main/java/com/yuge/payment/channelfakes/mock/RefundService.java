package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.DaemonThreads;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.mock.BookedRefund.State;
import com.yuge.payment.channelfakes.mock.BookedRefund.Wanted;
import com.yuge.payment.channelfakes.mock.Books.Change;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Gives money back by the rules; a refund number never stands for two refunds. */
final class RefundService implements AutoCloseable {
  private final Books books;
  private final FaultBoard<PayNo, Faults> faults;
  private final Callbacks callbacks;
  private final Clock clock;
  private final DaemonThreads later = new DaemonThreads("mock-channel-refunds", 2);

  RefundService(Books books, FaultBoard<PayNo, Faults> faults, Callbacks callbacks, Clock clock) {
    this.books = books;
    this.faults = faults;
    this.callbacks = callbacks;
    this.clock = clock;
  }

  /** Continues the refunds of an earlier process that take their time. */
  void resume() {
    books
        .all()
        .forEach(trade -> trade.refunds().forEach(refund -> finishLater(trade.payNo(), refund)));
  }

  RefundAnswer refund(PayNo payNo, Wanted wanted) {
    RefundFaults fault = faults.of(payNo).refunds();
    return books
        .change(payNo, trade -> take(trade, wanted, fault))
        .map(change -> answer(change, wanted, fault))
        .orElseGet(() -> RefundAnswer.refused("NO_TRADE"));
  }

  private BookedTrade take(BookedTrade trade, Wanted wanted, RefundFaults fault) {
    Optional<State> state = RefundRules.booked(fault.kind());
    boolean known = trade.refund(wanted.refundNo()).isPresent();
    return known || state.isEmpty() || refusal(trade, wanted).isPresent()
        ? trade
        : trade.with(wanted.booked(state.get(), fault, clock.instant()));
  }

  private Optional<String> refusal(BookedTrade trade, Wanted wanted) {
    boolean elsewhere =
        books.tradeOf(wanted.refundNo()).filter(other -> !other.equals(trade.payNo())).isPresent();
    return elsewhere ? Optional.of("REFUND_NO_USED") : RefundRules.refusal(trade, wanted);
  }

  private RefundAnswer answer(Change change, Wanted wanted, RefundFaults fault) {
    Optional<BookedRefund> known = change.before().refund(wanted.refundNo());
    if (known.isPresent()) {
      return repeated(known.get(), wanted);
    }
    Optional<BookedRefund> booked = change.after().refund(wanted.refundNo());
    booked.ifPresent(refund -> onChange(change.after().payNo(), refund));
    return booked.isPresent()
        ? first(booked.get())
        : refusal(change.before(), wanted)
            .map(RefundAnswer::refused)
            .orElseGet(() -> notBooked(wanted, fault));
  }

  private static RefundAnswer repeated(BookedRefund known, Wanted wanted) {
    return wanted.isSameAs(known) ? first(known) : RefundAnswer.refused("REFUND_DIFFERS");
  }

  private static RefundAnswer first(BookedRefund refund) {
    return refund.state() == State.DENIED
        ? RefundAnswer.refused(RefundRules.AMOUNT_REFUSED)
        : RefundAnswer.of(refund);
  }

  private RefundAnswer notBooked(Wanted wanted, RefundFaults fault) {
    return switch (fault.kind()) {
      case REFUSED -> RefundAnswer.refused(RefundRules.AMOUNT_REFUSED);
      case REFUSED_UNSIGNED -> RefundAnswer.refused(RefundRules.AMOUNT_REFUSED).unsigned();
      case TOO_FREQUENT -> RefundAnswer.refused("TOO_FREQUENT");
      case LOST -> RefundAnswer.NO_REFUND;
      case FORGOTTEN ->
          RefundAnswer.of(wanted.booked(State.PROCESSING, RefundFaults.NONE, clock.instant()));
      case NONE, SLOW, ABNORMAL, CLOSED, DONE_AFTER_REFUSED ->
          throw new IllegalStateException("such a refund is booked: " + fault);
    };
  }

  RefundAnswer query(PayNo payNo, RefundNo refundNo) {
    return change(payNo, refundNo, (trade, refund) -> refund.queried(clock.instant()))
        .map(RefundAnswer::of)
        .orElse(RefundAnswer.NO_REFUND);
  }

  /** Decides a refund in any state, if the payment has the money; empty if there is none. */
  Optional<BookedRefund> decide(RefundNo refundNo, State state) {
    return books
        .tradeOf(refundNo)
        .flatMap(
            payNo ->
                change(
                    payNo,
                    refundNo,
                    (trade, refund) -> {
                      RefundRules.requireCovered(trade, refund, state);
                      return refund.become(state, clock.instant());
                    }));
  }

  private Optional<BookedRefund> change(PayNo payNo, RefundNo refundNo, RefundUpdate update) {
    Optional<Change> change = books.change(payNo, trade -> changed(trade, refundNo, update));
    Optional<BookedRefund> after = change.flatMap(made -> made.after().refund(refundNo));
    after
        .filter(refund -> isChanged(change.orElseThrow().before(), refund))
        .ifPresent(refund -> onChange(payNo, refund));
    return after;
  }

  /** A change of a refund. */
  private interface RefundUpdate {
    BookedRefund of(BookedTrade trade, BookedRefund refund);
  }

  private static BookedTrade changed(BookedTrade trade, RefundNo refundNo, RefundUpdate update) {
    return trade.refund(refundNo).map(refund -> trade.with(update.of(trade, refund))).orElse(trade);
  }

  private static boolean isChanged(BookedTrade before, BookedRefund after) {
    return before.refund(after.refundNo()).filter(old -> old.state() != after.state()).isPresent();
  }

  private void onChange(PayNo payNo, BookedRefund refund) {
    if (refund.state().isNotified()) {
      callbacks.begin(DueRefundCallback.of(payNo, refund));
    }
    finishLater(payNo, refund);
  }

  private void finishLater(PayNo payNo, BookedRefund refund) {
    if (refund.doneAfterMillis() > 0) {
      var unused =
          later.schedule(
              () -> finish(payNo, refund.refundNo()),
              refund.doneAfterMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private void finish(PayNo payNo, RefundNo refundNo) {
    var unused =
        change(
            payNo,
            refundNo,
            (trade, refund) ->
                refund.doneAfterMillis() > 0
                    ? refund.become(State.SUCCESS, clock.instant())
                    : refund);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
