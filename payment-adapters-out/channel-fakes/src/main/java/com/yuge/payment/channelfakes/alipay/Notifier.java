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
  private final Notices notices;
  private final NotificationPost post;
  private final FaultBoard<String, AlipayFaults> faults;
  private final Notifications notifications;
  private final Map<String, List<PendingNotice>> told = new LinkedHashMap<>();
  private int reordered;

  Notifier(
      Notices notices,
      NotificationPost post,
      FaultBoard<String, AlipayFaults> faults,
      RetrySchedule schedule) {
    this.notices = notices;
    this.post = post;
    this.faults = faults;
    this.notifications = new Notifications("fake-alipay-notifications", schedule);
  }

  /** Tells the merchant what is new about a trade. */
  void tell(Change change) {
    for (Notice notice : notices.of(change)) {
      PendingNotice pending = new PendingNotice(notice, post, faults);
      remember(pending);
      notifications.begin(pending);
      if (faults.of(notice.outTradeNo()).notifications() == OfNotification.REORDERED) {
        releasePairs();
      }
    }
  }

  private synchronized void remember(PendingNotice pending) {
    told.computeIfAbsent(pending.notice().outTradeNo(), unused -> new ArrayList<>()).add(pending);
    if (told.size() > Books.MOST_TRADES) {
      told.remove(told.keySet().iterator().next());
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
  synchronized List<PendingNotice> of(String outTradeNo) {
    return List.copyOf(told.getOrDefault(outTradeNo, List.of()));
  }

  @Override
  public void close() {
    notifications.close();
  }
}
