package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedRefund.Wanted;
import com.yuge.payment.channelfakes.alipay.Books.Change;
import com.yuge.payment.channelfakes.http.BadRequest;
import java.time.Instant;
import java.util.Optional;

/** Gives money back by the rules; a number never stands for two refunds of a trade. */
final class RefundService {
  private final Books books;
  private final TradeService trades;

  RefundService(Books books, TradeService trades) {
    this.books = books;
    this.trades = trades;
  }

  /** The trade before and after the refund. */
  Change refund(String outTradeNo, Wanted wanted, RefundFault fault) {
    Change change =
        trades
            .change(outTradeNo, (trade, now) -> taken(trade, wanted, fault, now))
            .orElseThrow(ApiError::noTrade);
    if (change.after().refund(wanted.outRequestNo()).filter(BookedRefund::isHidden).isPresent()) {
      throw RefundRules.refused();
    }
    return change;
  }

  private static BookedTrade taken(
      BookedTrade trade, Wanted wanted, RefundFault fault, Instant now) {
    Optional<BookedRefund> known = trade.refund(wanted.outRequestNo());
    if (known.isPresent()) {
      RefundRules.requireSame(known.get(), wanted);
      return trade;
    }
    RefundRules.requireAllowed(trade, wanted);
    RefundRules.requireNoFault(fault);
    return trade.with(BookedRefund.asked(wanted, fault, now));
  }

  /** Returns the refund after this query; empty if the fake knows none. */
  Optional<BookedRefund> query(String outTradeNo, String outRequestNo) {
    return trades
        .change(outTradeNo, (trade, now) -> queried(trade, outRequestNo, now))
        .orElseThrow(ApiError::noTrade)
        .after()
        .refund(outRequestNo)
        .filter(refund -> !refund.isHidden());
  }

  private static BookedTrade queried(BookedTrade trade, String outRequestNo, Instant now) {
    return trade.refund(outRequestNo).map(refund -> trade.with(refund.queried(now))).orElse(trade);
  }

  /** Decides a refund that is not done; a failed one is no longer in the books. */
  void decide(String outRequestNo, boolean success) {
    String outTradeNo =
        books.ofRefund(outRequestNo).orElseThrow(() -> new BadRequest(404, "no such refund"));
    var unused =
        trades.change(
            outTradeNo,
            (trade, now) ->
                decided(trade, outRequestNo, success ? Optional.of(now) : Optional.empty()));
  }

  private static BookedTrade decided(
      BookedTrade trade, String outRequestNo, Optional<Instant> doneAt) {
    BookedRefund refund = trade.refund(outRequestNo).orElseThrow();
    if (refund.isDone()) {
      throw new BadRequest(409, "this refund is done");
    }
    BookedTrade next =
        doneAt.map(at -> trade.with(refund.done(at))).orElseGet(() -> trade.without(outRequestNo));
    if (next.refunded().compareTo(next.total().amount()) > 0) {
      throw new BadRequest(409, "the trade has not so much money left");
    }
    return next;
  }
}
