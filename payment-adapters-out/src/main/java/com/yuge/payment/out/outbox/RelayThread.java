package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.RelayEvents;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that a {@link RelayEvents} lives in. */
final class RelayThread extends Thread {
  private static final Logger log = LoggerFactory.getLogger(RelayThread.class);

  private final RelayEvents relay;
  private final Inbox inbox;
  private final Duration patience;
  private volatile RelayState life = RelayState.RUNNING;

  /**
   * @param patience how long a stop waits for what is on its way
   */
  RelayThread(RelayEvents relay, Inbox inbox, Duration patience) {
    super("outbox-relay");
    this.relay = relay;
    this.inbox = inbox;
    this.patience = patience;
    setUncaughtExceptionHandler(
        (dead, error) -> {
          life = RelayState.DIED;
          log.error("Outbox relay died; events wait in the database", error);
        });
  }

  @Override
  public void run() {
    try {
      while (life == RelayState.RUNNING) {
        relay.turn(inbox.await(relay.untilNextDuty()));
      }
      finish();
    } catch (InterruptedException e) {
      log.warn("Outbox relay did not stop in time; its leases end by themselves");
    }
    life = RelayState.STOPPED;
  }

  RelayState life() {
    return life;
  }

  private void finish() throws InterruptedException {
    relay.stopReading();
    long end = System.nanoTime() + patience.toNanos();
    while (relay.isBusy() && end - System.nanoTime() > 0) {
      relay.turn(inbox.await(Math.min(relay.untilNextDuty(), end - System.nanoTime())));
    }
    giveBack();
  }

  private void giveBack() {
    try {
      log.info("Outbox relay gave back {} partitions", relay.release());
    } catch (StoreUnavailable e) {
      log.warn("Outbox relay could not give its partitions back; its leases end by themselves", e);
    }
  }

  /** Waits until what is on its way has come to its end, at most twice the patience. */
  void finishAndJoin() {
    if (life == RelayState.RUNNING) {
      life = RelayState.FINISHING;
    }
    inbox.knock();
    try {
      join(TimeUnit.MILLISECONDS.convert(patience.multipliedBy(2)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    interrupt();
  }
}
