package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.NotificationSender;
import com.yuge.payment.channelfakes.http.NotificationSender.Reply;
import com.yuge.payment.channelfakes.http.Notifications;
import com.yuge.payment.channelfakes.http.RetrySchedule;
import com.yuge.payment.channelfakes.wechat.NotificationFaults.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;

/** Sends each notification until the service answers 2xx or the schedule ends. */
final class Notifier implements AutoCloseable {
  private final WechatBooks books;
  private final FaultBoard<String, WechatFaults> faults;
  private final FakeWechatKeys keys;
  private final Clock clock;
  private final NotificationWriter writer;
  private final NotificationSender sender = new NotificationSender();
  private final Notifications notifications;

  Notifier(
      WechatBooks books,
      FaultBoard<String, WechatFaults> faults,
      FakeWechatSettings settings,
      Clock clock) {
    this.books = books;
    this.faults = faults;
    this.keys = settings.keys();
    this.clock = clock;
    this.writer = new NotificationWriter(settings.keys());
    this.notifications =
        new Notifications(
            "fake-wechat-notifications", RetrySchedule.ofWechatPay(settings.retryFactor()));
  }

  void begin(DueNotification due) {
    notifications.begin(new PendingNotification(due));
  }

  /** Sends the held notifications one after the other; returns their number. */
  int release(boolean latestFirst) {
    return notifications.release(latestFirst);
  }

  /** A notification that is encrypted and signed anew for every try. */
  private final class PendingNotification implements Notifications.Pending {
    private final DueNotification due;

    PendingNotification(DueNotification due) {
      this.due = due;
    }

    @Override
    public boolean isHeld() {
      return faults.of(due.outTradeNo()).notifications().kind() == Kind.HELD;
    }

    @Override
    public OptionalInt send() {
      return due.tried(books, due.outgoing(books, keys).map(this::isAcknowledged).orElse(false));
    }

    private boolean isAcknowledged(DueNotification.Outgoing outgoing) {
      WechatFaults fault = faults.of(due.outTradeNo());
      return fault.notifications().kind() != Kind.LOST && post(outgoing, fault);
    }
  }

  private boolean post(DueNotification.Outgoing outgoing, WechatFaults fault) {
    Instant now = clock.instant().plusSeconds(fault.skewSeconds());
    NotificationFaults wrong = fault.notifications();
    if (wrong.probes()) {
      boolean unused = post(outgoing.url(), writer.probe(outgoing.event(), now));
    }
    SignedNotification signed = writer.write(outgoing.event(), now, wrong.kind());
    boolean acknowledged = false;
    for (int copy = 0; copy < wrong.copies(); copy++) {
      acknowledged |= post(outgoing.url(), signed);
    }
    return acknowledged;
  }

  private boolean post(URI url, SignedNotification signed) {
    return sender
        .send(url, signed.headers(), signed.body())
        .map(Reply::status)
        .filter(status -> status / 100 == 2)
        .isPresent();
  }

  @Override
  public void close() {
    notifications.close();
  }
}
