package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.RandomDecimal;
import java.time.Instant;

/** A payment of a trade. */
record WechatPayment(String transactionId, Fen total, Instant at, Told told) {
  static WechatPayment of(Fen total, Instant at) {
    return new WechatPayment("4200" + RandomDecimal.digits(24), total, at, Told.fresh());
  }

  WechatPayment tried(boolean acknowledged) {
    return new WechatPayment(transactionId, total, at, told.tried(acknowledged));
  }
}
