package com.yuge.payment.in.job;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Searches for due orders now and then, and has each checked by a worker. It takes only as many as
 * workers are free, so one that hangs holds up nobody but itself. Whatever ends a scan, the next
 * one comes.
 */
final class ReconcileJob implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ReconcileJob.class);

  /** It stops after the web server and before the relay, which publishes its last events. */
  private static final int PHASE = 100;

  private final ClaimDueOrders claim;
  private final CheckPayOrder check;
  private final AsyncTaskExecutor workers;
  private final ReconcileProperties properties;
  private final Counter failures;
  private final Semaphore free;

  private volatile boolean stopping;
  private @Nullable ThreadPoolTaskScheduler scheduler;
  private volatile @Nullable ScheduledFuture<?> scans;

  ReconcileJob(
      ClaimDueOrders claim,
      CheckPayOrder check,
      AsyncTaskExecutor workers,
      ReconcileProperties properties,
      MeterRegistry meters) {
    this.claim = claim;
    this.check = check;
    this.workers = workers;
    this.properties = properties;
    this.failures = meters.counter("payment.reconcile.failures");
    this.free = new Semaphore(properties.workers());
  }

  @Override
  public synchronized void start() {
    if (scheduler == null && properties.enabled()) {
      stopping = false;
      ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
      started.setThreadNamePrefix("reconcile-scan-");
      started.setAwaitTerminationMillis(properties.hold().toMillis());
      started.setErrorHandler(this::failed);
      started.initialize();
      scheduler = started;
      scans = started.scheduleWithFixedDelay(this::scan, properties.scanInterval());
    }
  }

  private void failed(Throwable error) {
    failures.increment();
    log.error("A search for due orders failed; the next one is in {}", pause(), error);
  }

  private void scan() {
    try {
      while (!stopping && takeSome()) {
        log.trace("There may be more");
      }
    } catch (StoreUnavailable e) {
      log.warn("Due orders could not be searched for; the next search is in {}", pause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether there may be more. Whoever gets no worker is taken again after the hold. */
  private boolean takeSome() throws InterruptedException {
    free.acquire();
    int slots = 1;
    while (slots < properties.batchSize() && free.tryAcquire()) {
      slots++;
    }
    int handed = 0;
    try {
      List<PayNo> taken = claim.handle(slots);
      for (PayNo payNo : taken) {
        workers.execute(() -> check(payNo));
        handed++;
      }
    } finally {
      free.release(slots - handed);
    }
    return handed == slots;
  }

  private void check(PayNo payNo) {
    try {
      check.whenDue(payNo);
    } finally {
      free.release();
    }
  }

  private Duration pause() {
    return properties.scanInterval();
  }

  /** Takes nothing more and waits for the checks on their way, at most as long as they are held. */
  @Override
  public synchronized void stop() {
    if (scheduler == null) {
      return;
    }
    stopping = true;
    scans = null;
    scheduler.shutdown();
    try {
      if (free.tryAcquire(properties.workers(), properties.hold().toMillis(), MILLISECONDS)) {
        free.release(properties.workers());
      } else {
        log.warn("Checks of orders did not end in time; they are repeated later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    scheduler = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return scheduler != null;
  }

  /** Whether scans should come and do not. */
  boolean isDead() {
    ScheduledFuture<?> asked = scans;
    return asked != null && asked.isDone();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
