package com.yuge.payment.in.job;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.shared.PayNo;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Searches for due orders now and then, and has each looked at by a worker. It takes only as many
 * as workers are free, so one that hangs holds up nobody but itself.
 */
final class ReconcileJob implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ReconcileJob.class);

  /** It stops after the web server and before the relay, which publishes its last events. */
  private static final int PHASE = 100;

  private final ClaimDueOrders claim;
  private final LookAtOrder look;
  private final AsyncTaskExecutor threads;
  private final ReconcileProperties properties;
  private final Semaphore free;

  private volatile boolean stopping;
  private @Nullable Thread scanner;

  ReconcileJob(
      ClaimDueOrders claim,
      LookAtOrder look,
      AsyncTaskExecutor threads,
      ReconcileProperties properties) {
    this.claim = claim;
    this.look = look;
    this.threads = threads;
    this.properties = properties;
    this.free = new Semaphore(properties.workers());
  }

  @Override
  public synchronized void start() {
    if (scanner == null && properties.enabled()) {
      stopping = false;
      scanner = new Thread(this::scanNowAndThen, "reconcile");
      scanner.start();
    }
  }

  private void scanNowAndThen() {
    try {
      while (!stopping) {
        scan();
        Thread.sleep(properties.scanInterval().toMillis());
      }
    } catch (InterruptedException e) {
      log.debug("Asked to stop");
    }
  }

  private void scan() throws InterruptedException {
    try {
      while (!stopping && takeSome()) {
        log.trace("There may be more");
      }
    } catch (RuntimeException e) {
      log.warn("Due orders could not be searched for; they wait for the next scan", e);
    }
  }

  /** Returns whether there may be more. */
  private boolean takeSome() throws InterruptedException {
    free.acquire();
    int slots = 1;
    while (slots < properties.batchSize() && free.tryAcquire()) {
      slots++;
    }
    List<PayNo> taken = List.of();
    try {
      taken = claim.handle(slots);
    } finally {
      free.release(slots - taken.size());
    }
    taken.forEach(this::hand);
    return taken.size() == slots;
  }

  private void hand(PayNo payNo) {
    threads.execute(
        () -> {
          try {
            look.handle(payNo);
          } finally {
            free.release();
          }
        });
  }

  /** Takes nothing more and waits for the looks on their way, at most as long as they are held. */
  @Override
  public synchronized void stop() {
    Thread running = scanner;
    if (running == null) {
      return;
    }
    stopping = true;
    running.interrupt();
    try {
      running.join(properties.hold().toMillis());
      if (free.tryAcquire(properties.workers(), properties.hold().toMillis(), MILLISECONDS)) {
        free.release(properties.workers());
      } else {
        log.warn("Looks at orders did not end in time; they are repeated later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    scanner = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return scanner != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
