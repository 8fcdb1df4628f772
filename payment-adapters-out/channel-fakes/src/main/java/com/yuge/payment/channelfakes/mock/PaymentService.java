package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.mock.BookedTrade.State;
import com.yuge.payment.channelfakes.mock.Books.Change;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes payments: by the rules at the cashier, and without rules for tests. */
final class PaymentService {
  private final Books books;
  private final FaultBoard<PayNo, Faults> faults;
  private final Callbacks callbacks;
  private final Clock clock;

  PaymentService(Books books, FaultBoard<PayNo, Faults> faults, Callbacks callbacks, Clock clock) {
    this.books = books;
    this.faults = faults;
    this.callbacks = callbacks;
    this.clock = clock;
  }

  /** Returns whether the trade is unpaid and not expired, or a fault allows a late payment. */
  boolean isPayable(BookedTrade trade) {
    boolean open = trade.state() == State.UNPAID && !trade.isExpired(clock.instant());
    boolean ended = trade.state() == State.UNPAID || trade.state() == State.CLOSED;
    return open || (ended && faults.of(trade.payNo()).paysAfterEnd());
  }

  /** Pays if the trade is payable; returns empty if there is no such trade. */
  Optional<BookedTrade> press(PayNo payNo, Status status) {
    return books
        .change(
            payNo,
            trade ->
                isPayable(trade)
                    ? trade.paid(payment(status, trade.amount(), clock.instant()))
                    : trade)
        .map(this::announce);
  }

  /** Pays without rules: another amount, a second time, after the end, or at another time. */
  Optional<BookedTrade> force(
      PayNo payNo, Status status, Optional<Money> amount, Optional<Instant> at) {
    Instant paidAt = at.orElseGet(clock::instant);
    return books
        .change(payNo, trade -> trade.paid(payment(status, amount.orElse(trade.amount()), paidAt)))
        .map(this::announce);
  }

  // Callbacks carry milliseconds, so answers must not be more precise.
  private static Payment payment(Status status, Money amount, Instant at) {
    return Payment.of(status, amount, at.truncatedTo(ChronoUnit.MILLIS));
  }

  // A press on a paid trade makes no payment, so there is no callback to send.
  private BookedTrade announce(Change change) {
    BookedTrade trade = change.after();
    if (trade.payments().size() > change.before().payments().size()) {
      trade
          .latest()
          .ifPresent(
              made -> callbacks.begin(new DuePaymentCallback(trade.payNo(), made.tradeNo())));
    }
    return trade;
  }
}
