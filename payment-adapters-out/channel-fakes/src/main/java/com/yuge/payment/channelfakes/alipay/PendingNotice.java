package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.Notifications;
import java.util.OptionalInt;

/** A notification that is due until the merchant answers success. */
final class PendingNotice implements Notifications.Pending {
  private final Notice notice;
  private final NotificationPost post;
  private final FaultBoard<String, AlipayFaults> faults;
  private int tries;
  private boolean acknowledged;

  PendingNotice(Notice notice, NotificationPost post, FaultBoard<String, AlipayFaults> faults) {
    this.notice = notice;
    this.post = post;
    this.faults = faults;
  }

  Notice notice() {
    return notice;
  }

  @Override
  public boolean isHeld() {
    OfNotification fault = fault().notifications();
    return fault == OfNotification.HELD || (fault == OfNotification.REORDERED && tries() == 0);
  }

  @Override
  public OptionalInt send() {
    boolean success = post.post(notice, fault());
    synchronized (this) {
      tries++;
      acknowledged |= success;
      return acknowledged ? OptionalInt.empty() : OptionalInt.of(tries);
    }
  }

  private AlipayFaults fault() {
    return faults.of(notice.outTradeNo());
  }

  synchronized int tries() {
    return tries;
  }

  synchronized boolean isAcknowledged() {
    return acknowledged;
  }
}
