package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.wechat.WechatBooks.Change;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The notification about one state of a refund.
 *
 * @param id the notification's; the next state of the refund has another
 */
record DueRefundNotification(String outTradeNo, String outRefundNo, String id)
    implements DueNotification {
  @Override
  public Optional<Outgoing> outgoing(WechatBooks books, FakeWechatKeys keys) {
    return books
        .find(outTradeNo)
        .flatMap(this::current)
        .map(refund -> outgoing(refund, keys.mchId()));
  }

  private Outgoing outgoing(WechatRefund refund, String mchId) {
    Instant at = Objects.requireNonNullElse(refund.successTime(), refund.createTime());
    WechatEvent event =
        new WechatEvent(
            id,
            at,
            RefundJson.eventType(refund.status()),
            "refund",
            RefundJson.ofNotification(refund, outTradeNo, mchId));
    return new Outgoing(URI.create(Objects.requireNonNull(refund.wanted().notifyUrl())), event);
  }

  @Override
  public OptionalInt tried(WechatBooks books, boolean acknowledged) {
    return books
        .change(outTradeNo, trade -> tried(trade, acknowledged))
        .map(Change::after)
        .flatMap(this::current)
        .map(refund -> DueNotification.open(refund.notification()))
        .orElse(OptionalInt.empty());
  }

  private WechatTrade tried(WechatTrade trade, boolean acknowledged) {
    return current(trade).isPresent()
        ? trade.change(outRefundNo, refund -> refund.tried(acknowledged))
        : trade;
  }

  private Optional<WechatRefund> current(WechatTrade trade) {
    return trade.refund(outRefundNo).filter(refund -> refund.notification().id().equals(id));
  }
}
