package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.wechat.WechatBooks.Change;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes payments: by the rules at the cashier, and without rules for tests. */
final class Till {
  private final WechatBooks books;
  private final Notifier notifier;
  private final Clock clock;

  Till(WechatBooks books, Notifier notifier, Clock clock) {
    this.books = books;
    this.notifier = notifier;
    this.clock = clock;
  }

  /** Pays if the trade is payable; returns empty if there is no such trade. */
  Optional<WechatTrade> press(String outTradeNo) {
    Instant now = now();
    return books
        .change(
            outTradeNo,
            trade ->
                trade.isPayable(clock.instant())
                    ? trade.paid(WechatPayment.of(trade.request().total(), now))
                    : trade)
        .map(this::tell);
  }

  /** Pays without rules: another amount, a second time or after the end. */
  Optional<WechatTrade> force(String outTradeNo, Optional<Fen> amount) {
    Instant now = now();
    return books
        .change(
            outTradeNo,
            trade -> trade.paid(WechatPayment.of(amount.orElse(trade.request().total()), now)))
        .map(this::tell);
  }

  // The channel's times have no fractions of a second.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  // A press on a paid trade makes no payment, so there is nothing to tell.
  private WechatTrade tell(Change change) {
    WechatTrade trade = change.after();
    if (trade.payments().size() > change.before().payments().size()) {
      trade
          .latest()
          .ifPresent(
              made -> notifier.begin(new DuePayment(trade.outTradeNo(), made.transactionId())));
    }
    return trade;
  }
}
