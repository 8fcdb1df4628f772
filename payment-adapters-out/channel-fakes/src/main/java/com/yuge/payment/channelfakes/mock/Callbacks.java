package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends each callback until it is acknowledged or the schedule ends. */
final class Callbacks implements AutoCloseable {
  private static final int THREADS = 8;

  private final Books books;
  private final FaultBoard faults;
  private final Clock clock;
  private final RetrySchedule schedule;
  private final CallbackSender sender = new CallbackSender();
  private final Deque<Due> held = new ArrayDeque<>();
  private final DaemonThreads threads = new DaemonThreads("mock-channel-callbacks", THREADS);

  private volatile Signing signing;

  Callbacks(Books books, FaultBoard faults, MockChannelSettings settings, Clock clock) {
    this.books = books;
    this.faults = faults;
    this.signing = Signing.md5(settings.secret());
    this.clock = clock;
    this.schedule = new RetrySchedule(settings.retryFactor());
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
              payment -> plan(new DuePayment(trade.payNo(), payment.tradeNo()), payment.tries()));
      trade.refunds().stream()
          .filter(refund -> refund.state().told() && !refund.notice().acknowledged())
          .forEach(refund -> plan(DueRefund.of(trade.payNo(), refund), refund.notice().tries()));
    }
  }

  void begin(Due due) {
    if (!isHeld(due)) {
      threads.execute(() -> tell(due));
    }
  }

  private boolean isHeld(Due due) {
    if (faults.of(due.payNo()).callbacks() != OfCallbacks.HELD) {
      return false;
    }
    synchronized (held) {
      return held.add(due);
    }
  }

  private void turn(Due due) {
    if (!isHeld(due)) {
      tell(due);
    }
  }

  /** Sends the held callbacks one after the other; returns their number. */
  int release(boolean latestFirst) {
    List<Due> released;
    synchronized (held) {
      released = new ArrayList<>(held);
      held.clear();
    }
    if (latestFirst) {
      Collections.reverse(released);
    }
    threads.execute(() -> released.forEach(this::tell));
    return released.size();
  }

  private void tell(Due due) {
    boolean lost = faults.of(due.payNo()).callbacks() == OfCallbacks.LOST;
    boolean acknowledged = !lost && send(due);
    due.tried(books, acknowledged).ifPresent(tries -> plan(due, tries));
  }

  private boolean send(Due due) {
    return due.outgoing(books, clock.instant(), signing)
        .map(outgoing -> send(outgoing, faults.of(due.payNo()).copies()))
        .orElse(false);
  }

  private boolean send(Due.Outgoing outgoing, int copies) {
    boolean acknowledged = false;
    for (int copy = 0; copy < copies; copy++) {
      acknowledged |= sender.send(outgoing.url(), outgoing.callback());
    }
    return acknowledged;
  }

  private void plan(Due due, int tries) {
    if (tries == 0) {
      begin(due);
      return;
    }
    schedule.pauseAfter(tries).ifPresent(pause -> plan(due, pause));
  }

  private void plan(Due due, Duration pause) {
    var unused = threads.schedule(() -> turn(due), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
