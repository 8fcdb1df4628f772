package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.mock.BookedRefund.State;
import com.yuge.payment.channelfakes.mock.BookedRefund.Wanted;
import com.yuge.payment.channelfakes.mock.RefundFaults.OfRefund;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules by which the channel makes or refuses refunds of a trade. */
final class RefundRules {
  /** The code for more money than the trade has left, or another total than it took. */
  static final String AMOUNT_REFUSED = "REFUND_AMOUNT_REFUSED";

  private static final int MOST_OF_ONE_PAYMENT = 50;

  private RefundRules() {}

  /** Returns why a new refund breaks the rules; empty if it does not. */
  static Optional<String> refusal(BookedTrade trade, Wanted wanted) {
    Optional<Payment> payment =
        trade.payment(wanted.tradeNo()).filter(made -> made.status() == Status.SUCCESS);
    if (payment.isEmpty()) {
      return Optional.of("TRADE_NOT_PAID");
    }
    if (count(trade, wanted.tradeNo()) >= MOST_OF_ONE_PAYMENT) {
      return Optional.of("TOO_MANY_REFUNDS");
    }
    return isCovered(trade, payment.get().amount(), wanted)
        ? Optional.empty()
        : Optional.of(AMOUNT_REFUSED);
  }

  private static boolean isCovered(BookedTrade trade, Money paid, Wanted wanted) {
    return wanted.tradeAmount().equals(paid)
        && wanted.amount().currency().equals(paid.currency())
        && held(trade, wanted.tradeNo()).add(wanted.amount().amount()).compareTo(paid.amount())
            <= 0;
  }

  /** A closed refund holds no money, so other refunds may have taken the money meanwhile. */
  static void requireCovered(BookedTrade trade, BookedRefund refund, State next) {
    boolean reopens = refund.state() == State.CLOSED && next != State.CLOSED;
    BigDecimal paid = trade.payment(refund.tradeNo()).orElseThrow().amount().amount();
    BigDecimal held = held(trade, refund.tradeNo()).add(refund.amount().amount());
    if (reopens && held.compareTo(paid) > 0) {
      throw new BadRequest(409, "the payment has no money left for this refund");
    }
  }

  private static long count(BookedTrade trade, TradeNo tradeNo) {
    return trade.refunds().stream().filter(refund -> refund.tradeNo().equals(tradeNo)).count();
  }

  /** The sum of the refunds that a payment must pay for: all but the closed ones. */
  static BigDecimal held(BookedTrade trade, TradeNo tradeNo) {
    return sum(trade, tradeNo, refund -> refund.state() != State.CLOSED);
  }

  /** The sum of the refunds of a payment that are done. */
  static BigDecimal done(BookedTrade trade, TradeNo tradeNo) {
    return sum(trade, tradeNo, refund -> refund.state() == State.SUCCESS);
  }

  private static BigDecimal sum(
      BookedTrade trade, TradeNo tradeNo, Predicate<BookedRefund> counted) {
    return trade.refunds().stream()
        .filter(refund -> refund.tradeNo().equals(tradeNo))
        .filter(counted)
        .map(refund -> refund.amount().amount())
        .reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  /** The state in which a new refund goes into the books; empty if it does not. */
  static Optional<State> booked(OfRefund kind) {
    return switch (kind) {
      case NONE -> Optional.of(State.SUCCESS);
      case SLOW -> Optional.of(State.PROCESSING);
      case ABNORMAL -> Optional.of(State.ABNORMAL);
      case CLOSED -> Optional.of(State.CLOSED);
      case DONE_AFTER_REFUSED -> Optional.of(State.DENIED);
      case REFUSED, REFUSED_UNSIGNED, TOO_FREQUENT, LOST, FORGOTTEN -> Optional.empty();
    };
  }
}
