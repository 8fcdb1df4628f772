package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.mock.Books.Change;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The callback about a payment. */
record DuePaymentCallback(PayNo payNo, TradeNo tradeNo) implements DueCallback {
  @Override
  public Optional<Outgoing> outgoing(Books books, Instant now, Signing signing) {
    return books.find(payNo).flatMap(trade -> outgoing(trade, now, signing));
  }

  private Optional<Outgoing> outgoing(BookedTrade trade, Instant now, Signing signing) {
    return trade
        .payment(tradeNo)
        .map(payment -> SignedCallback.of(payNo, payment, now, signing))
        .map(callback -> new Outgoing(trade.notifyUrl(), callback));
  }

  @Override
  public OptionalInt tried(Books books, boolean acknowledged) {
    return books
        .change(payNo, trade -> trade.tried(tradeNo, acknowledged))
        .map(Change::after)
        .flatMap(trade -> trade.payment(tradeNo))
        .filter(payment -> !payment.acknowledged())
        .map(payment -> OptionalInt.of(payment.tries()))
        .orElse(OptionalInt.empty());
  }
}
