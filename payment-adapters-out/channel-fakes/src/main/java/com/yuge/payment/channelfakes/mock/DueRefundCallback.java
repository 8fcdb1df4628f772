package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.mock.Books.Change;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The callback about one state of a refund.
 *
 * @param nonce the callback's nonce; the next state of the refund has another
 */
record DueRefundCallback(PayNo payNo, RefundNo refundNo, String nonce) implements DueCallback {
  static DueRefundCallback of(PayNo payNo, BookedRefund refund) {
    return new DueRefundCallback(payNo, refund.refundNo(), refund.callback().nonce());
  }

  @Override
  public Optional<Outgoing> outgoing(Books books, Instant now, Signing signing) {
    return books
        .find(payNo)
        .flatMap(this::current)
        .map(refund -> new Outgoing(refund.notifyUrl(), RefundCallback.of(refund, now, signing)));
  }

  @Override
  public OptionalInt tried(Books books, boolean acknowledged) {
    return books
        .change(payNo, trade -> tried(trade, acknowledged))
        .map(Change::after)
        .flatMap(this::current)
        .filter(refund -> !refund.callback().acknowledged())
        .map(refund -> OptionalInt.of(refund.callback().tries()))
        .orElse(OptionalInt.empty());
  }

  private BookedTrade tried(BookedTrade trade, boolean acknowledged) {
    return current(trade).map(refund -> trade.with(refund.tried(acknowledged))).orElse(trade);
  }

  private Optional<BookedRefund> current(BookedTrade trade) {
    return trade.refund(refundNo).filter(refund -> refund.callback().nonce().equals(nonce));
  }
}
