package com.yuge.payment.channelfakes.wechat;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/** A notification that is due until the service acknowledges it. */
sealed interface DueNotification permits DuePaymentNotification, DueRefundNotification {
  String outTradeNo();

  /** What is sent, and where it goes. */
  record Outgoing(URI url, WechatEvent event) {}

  /** Returns empty if there is nothing to announce any more. */
  Optional<Outgoing> outgoing(WechatBooks books, FakeWechatKeys keys);

  /** Books a try; returns the tries so far, or empty if no further one is needed. */
  OptionalInt tried(WechatBooks books, boolean acknowledged);

  /** Returns the tries so far unless the service has acknowledged. */
  static OptionalInt open(NotificationStatus notification) {
    return notification.acknowledged() ? OptionalInt.empty() : OptionalInt.of(notification.tries());
  }
}
