package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.wechat.WechatBooks.Change;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes payments: by the rules at the cashier, and without rules for tests. */
final class PaymentService {
  private final WechatBooks books;
  private final FaultBoard<String, WechatFaults> faults;
  private final Notifier notifier;
  private final Clock clock;

  PaymentService(
      WechatBooks books, FaultBoard<String, WechatFaults> faults, Notifier notifier, Clock clock) {
    this.books = books;
    this.faults = faults;
    this.notifier = notifier;
    this.clock = clock;
  }

  /** Pays if the trade is payable; returns empty if there is no such trade. */
  Optional<WechatTrade> press(String outTradeNo) {
    return books
        .change(
            outTradeNo,
            trade ->
                trade.isPayable(clock.instant())
                    ? trade.paid(payment(trade, trade.request().total()))
                    : trade)
        .map(this::announce);
  }

  /** Pays without rules: another amount, a second time or after the end. */
  Optional<WechatTrade> force(String outTradeNo, Optional<Fen> amount) {
    return books
        .change(
            outTradeNo, trade -> trade.paid(payment(trade, amount.orElse(trade.request().total()))))
        .map(this::announce);
  }

  // The channel's times have no fractions of a second.
  private WechatPayment payment(WechatTrade trade, Fen total) {
    Fen coupon = Fen.ofYuan(faults.of(trade.outTradeNo()).coupon());
    return WechatPayment.of(total, coupon, clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  // A press on a paid trade makes no payment, so there is nothing to announce.
  private WechatTrade announce(Change change) {
    WechatTrade trade = change.after();
    if (trade.payments().size() > change.before().payments().size()) {
      trade
          .latest()
          .ifPresent(
              made ->
                  notifier.begin(
                      new DuePaymentNotification(trade.outTradeNo(), made.transactionId())));
    }
    return trade;
  }
}
