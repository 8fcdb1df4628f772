package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.NotificationSender;
import com.yuge.payment.channelfakes.http.NotificationSender.Reply;
import com.yuge.payment.channelfakes.http.Notifications;
import com.yuge.payment.channelfakes.http.RetrySchedule;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Sends each callback until it is acknowledged or the schedule ends. */
final class Callbacks implements AutoCloseable {
  private final Books books;
  private final FaultBoard<PayNo, Faults> faults;
  private final Clock clock;
  private final NotificationSender sender = new NotificationSender();
  private final Notifications notifications;

  private volatile Signing signing;

  Callbacks(
      Books books, FaultBoard<PayNo, Faults> faults, MockChannelSettings settings, Clock clock) {
    this.books = books;
    this.faults = faults;
    this.signing = Signing.md5(settings.secret());
    this.clock = clock;
    this.notifications =
        new Notifications(
            "mock-channel-callbacks", RetrySchedule.ofWechatPay(settings.retryFactor()));
  }

  /** Applies from the next try on; a restarted process uses the secret of its settings again. */
  void signBy(Signing other) {
    signing = other;
  }

  /** How the channel signs now. */
  Signing signing() {
    return signing;
  }

  /** Continues the callbacks of an earlier process. */
  void resume() {
    for (BookedTrade trade : books.all()) {
      trade.payments().stream()
          .filter(payment -> !payment.acknowledged())
          .forEach(
              payment ->
                  resume(
                      new DuePaymentCallback(trade.payNo(), payment.tradeNo()), payment.tries()));
      trade.refunds().stream()
          .filter(refund -> refund.state().isNotified() && !refund.callback().acknowledged())
          .forEach(
              refund ->
                  resume(DueRefundCallback.of(trade.payNo(), refund), refund.callback().tries()));
    }
  }

  private void resume(DueCallback due, int tries) {
    notifications.resume(new PendingCallback(due), tries);
  }

  void begin(DueCallback due) {
    notifications.begin(new PendingCallback(due));
  }

  /** Sends the held callbacks one after the other; returns their number. */
  int release(boolean latestFirst) {
    return notifications.release(latestFirst);
  }

  /** A callback that is signed anew for every try. */
  private final class PendingCallback implements Notifications.Pending {
    private final DueCallback due;

    PendingCallback(DueCallback due) {
      this.due = due;
    }

    @Override
    public boolean isHeld() {
      return faults.of(due.payNo()).callbacks() == OfCallbacks.HELD;
    }

    @Override
    public OptionalInt send() {
      boolean lost = faults.of(due.payNo()).callbacks() == OfCallbacks.LOST;
      return due.tried(books, !lost && isAcknowledged());
    }

    private boolean isAcknowledged() {
      return due.outgoing(books, clock.instant(), signing)
          .map(outgoing -> Callbacks.this.send(outgoing, faults.of(due.payNo()).copies()))
          .orElse(false);
    }
  }

  private boolean send(DueCallback.Outgoing outgoing, int copies) {
    boolean acknowledged = false;
    for (int copy = 0; copy < copies; copy++) {
      acknowledged |= send(outgoing);
    }
    return acknowledged;
  }

  // Only HTTP 200 acknowledges.
  private boolean send(DueCallback.Outgoing outgoing) {
    Map<String, String> headers = new HashMap<>(outgoing.callback().headers());
    headers.put("Content-Type", "application/json");
    return sender
        .send(outgoing.url(), headers, outgoing.callback().json())
        .map(Reply::status)
        .filter(status -> status == 200)
        .isPresent();
  }

  @Override
  public void close() {
    notifications.close();
  }
}
