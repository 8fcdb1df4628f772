package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A trade in the channel's books; its latest payment determines its state. */
record BookedTrade(
    PayNo payNo,
    Money amount,
    Instant expireAt,
    URI notifyUrl,
    boolean closed,
    List<Payment> payments,
    List<BookedRefund> refunds) {
  private static final int MOST_PAYMENTS = 8;

  enum State {
    UNPAID,
    PAID,
    FAILED,
    CLOSED
  }

  BookedTrade {
    payments = List.copyOf(payments);
    // A journal from the time before refunds has none.
    refunds = refunds == null ? List.of() : List.copyOf(refunds);
    if (payments.size() > MOST_PAYMENTS) {
      throw new IllegalArgumentException("at most " + MOST_PAYMENTS + " payments of one trade");
    }
  }

  static BookedTrade open(PayNo payNo, Money amount, Instant expireAt, URI notifyUrl) {
    return new BookedTrade(payNo, amount, expireAt, notifyUrl, false, List.of(), List.of());
  }

  /** An expired trade stays unpaid until it is closed, as at WeChat Pay. */
  State state() {
    return latest()
        .map(payment -> payment.status() == Status.SUCCESS ? State.PAID : State.FAILED)
        .orElse(closed ? State.CLOSED : State.UNPAID);
  }

  Optional<Payment> latest() {
    return payments.isEmpty() ? Optional.empty() : Optional.of(payments.get(payments.size() - 1));
  }

  Optional<Payment> payment(TradeNo tradeNo) {
    return payments.stream().filter(payment -> payment.tradeNo().equals(tradeNo)).findFirst();
  }

  Optional<BookedRefund> refund(RefundNo refundNo) {
    return refunds.stream().filter(refund -> refund.refundNo().equals(refundNo)).findFirst();
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expireAt);
  }

  BookedTrade close() {
    return with(true, payments);
  }

  BookedTrade paid(Payment payment) {
    List<Payment> all = new ArrayList<>(payments);
    all.add(payment);
    return with(closed, all);
  }

  BookedTrade tried(TradeNo tradeNo, boolean acknowledged) {
    return with(
        closed,
        payments.stream()
            .map(one -> one.tradeNo().equals(tradeNo) ? one.tried(acknowledged) : one)
            .toList());
  }

  /** The same trade with this refund, in place of the one of its number if there is one. */
  BookedTrade with(BookedRefund refund) {
    Stream<BookedRefund> others =
        refunds.stream().filter(other -> !other.refundNo().equals(refund.refundNo()));
    return new BookedTrade(
        payNo,
        amount,
        expireAt,
        notifyUrl,
        closed,
        payments,
        Stream.concat(others, Stream.of(refund)).toList());
  }

  private BookedTrade with(boolean nowClosed, List<Payment> nowPayments) {
    return new BookedTrade(payNo, amount, expireAt, notifyUrl, nowClosed, nowPayments, refunds);
  }
}
