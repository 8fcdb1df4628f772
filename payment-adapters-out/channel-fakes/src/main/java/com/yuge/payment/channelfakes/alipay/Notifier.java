package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification;
import com.yuge.payment.channelfakes.alipay.Books.Change;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.Notifications;
import com.yuge.payment.channelfakes.http.RetrySchedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notifies merchants until they answer success, and remembers how that went. */
final class Notifier implements AutoCloseable {
  private final NotificationFactory factory;
  private final NotificationPost post;
  private final FaultBoard<String, AlipayFaults> faults;
  private final Notifications notifications;
  private final Map<String, List<PendingNotification>> sent = new LinkedHashMap<>();
  private int reordered;

  Notifier(
      NotificationFactory factory,
      NotificationPost post,
      FaultBoard<String, AlipayFaults> faults,
      RetrySchedule schedule) {
    this.factory = factory;
    this.post = post;
    this.faults = faults;
    this.notifications = new Notifications("fake-alipay-notifications", schedule);
  }

  /** Tells the merchant what is new about a trade. */
  void announce(Change change) {
    for (Notification notification : factory.of(change)) {
      PendingNotification pending = new PendingNotification(notification, post, faults);
      remember(pending);
      notifications.begin(pending);
      if (faults.of(notification.outTradeNo()).notifications() == OfNotification.REORDERED) {
        releasePairs();
      }
    }
  }

  private synchronized void remember(PendingNotification pending) {
    sent.computeIfAbsent(pending.notification().outTradeNo(), unused -> new ArrayList<>())
        .add(pending);
    if (sent.size() > Books.MOST_TRADES) {
      sent.remove(sent.keySet().iterator().next());
    }
  }

  private synchronized void releasePairs() {
    reordered++;
    if (reordered % 2 == 0) {
      int unused = notifications.release(true);
    }
  }

  /** Sends the held notifications one after the other; returns their number. */
  int release(boolean latestFirst) {
    return notifications.release(latestFirst);
  }

  /** Returns the notifications of a trade, the oldest first. */
  synchronized List<PendingNotification> of(String outTradeNo) {
    return List.copyOf(sent.getOrDefault(outTradeNo, List.of()));
  }

  @Override
  public void close() {
    notifications.close();
  }
}
