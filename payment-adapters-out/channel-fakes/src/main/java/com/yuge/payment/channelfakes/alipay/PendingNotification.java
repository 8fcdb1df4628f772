package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.Notifications;
import java.util.OptionalInt;

/** A notification that is due until the merchant answers success. */
final class PendingNotification implements Notifications.Pending {
  private final Notification notification;
  private final NotificationPost post;
  private final FaultBoard<String, AlipayFaults> faults;
  private int tries;
  private boolean acknowledged;

  PendingNotification(
      Notification notification, NotificationPost post, FaultBoard<String, AlipayFaults> faults) {
    this.notification = notification;
    this.post = post;
    this.faults = faults;
  }

  Notification notification() {
    return notification;
  }

  @Override
  public boolean isHeld() {
    OfNotification fault = fault().notifications();
    return fault == OfNotification.HELD || (fault == OfNotification.REORDERED && tries() == 0);
  }

  @Override
  public OptionalInt send() {
    boolean success = post.post(notification, fault());
    synchronized (this) {
      tries++;
      acknowledged |= success;
      return acknowledged ? OptionalInt.empty() : OptionalInt.of(tries);
    }
  }

  private AlipayFaults fault() {
    return faults.of(notification.outTradeNo());
  }

  synchronized int tries() {
    return tries;
  }

  synchronized boolean isAcknowledged() {
    return acknowledged;
  }
}
