package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.wechat.WechatBooks.Change;
import java.util.Optional;
import java.util.OptionalInt;

/** The notification about a payment. */
record DuePaymentNotification(String outTradeNo, String transactionId) implements DueNotification {
  @Override
  public Optional<Outgoing> outgoing(WechatBooks books, FakeWechatKeys keys) {
    return books
        .find(outTradeNo)
        .flatMap(
            trade -> trade.payment(transactionId).map(payment -> outgoing(trade, payment, keys)));
  }

  private static Outgoing outgoing(WechatTrade trade, WechatPayment payment, FakeWechatKeys keys) {
    WechatEvent event =
        new WechatEvent(
            payment.notification().id(),
            payment.at(),
            "TRANSACTION.SUCCESS",
            "transaction",
            new TradeJson(keys).of(trade, payment));
    return new Outgoing(trade.request().notifyUrl(), event);
  }

  @Override
  public OptionalInt tried(WechatBooks books, boolean acknowledged) {
    return books
        .change(outTradeNo, trade -> tried(trade, acknowledged))
        .map(Change::after)
        .flatMap(trade -> trade.payment(transactionId))
        .map(payment -> DueNotification.open(payment.notification()))
        .orElse(OptionalInt.empty());
  }

  private WechatTrade tried(WechatTrade trade, boolean acknowledged) {
    return trade
        .payment(transactionId)
        .map(payment -> trade.change(payment, one -> one.tried(acknowledged)))
        .orElse(trade);
  }
}
