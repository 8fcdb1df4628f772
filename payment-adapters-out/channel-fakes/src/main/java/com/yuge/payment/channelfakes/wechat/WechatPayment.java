package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.RandomDecimal;
import java.time.Instant;

/**
 * A payment of a trade.
 *
 * @param total what the order costs
 * @param coupon what a coupon paid of it
 */
record WechatPayment(
    String transactionId, Fen total, Fen coupon, Instant at, NotificationStatus notification) {
  static WechatPayment of(Fen total, Fen coupon, Instant at) {
    return new WechatPayment(
        "4200" + RandomDecimal.digits(24),
        total,
        coupon.atMost(total),
        at,
        NotificationStatus.fresh());
  }

  /** The amount that the payer paid; not the order's price. */
  Fen payerTotal() {
    return total.minus(coupon);
  }

  WechatPayment tried(boolean acknowledged) {
    return new WechatPayment(transactionId, total, coupon, at, notification.tried(acknowledged));
  }
}
