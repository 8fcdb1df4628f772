package com.yuge.payment.in.job;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.yuge.payment.domain.shared.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Claims due items at intervals and passes each to a worker. The job claims no more items than
 * there are free workers, so a slow item delays only itself. The item's row stores when the item is
 * due again, so instances share the items and a restart loses none. After a failed search the job
 * goes on with the next one.
 */
final class PollingJob<I> implements SmartLifecycle, HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(PollingJob.class);

  /** Stops after the web server and before the relay, which then publishes the last events. */
  private static final int PHASE = 100;

  private final DueWork<I> work;
  private final PollingSettings settings;
  private final JobMetrics metrics;
  private final AsyncTaskExecutor workers;
  private final Semaphore free;
  private final ScanPause pause;

  private volatile boolean stopping;
  private @Nullable ThreadPoolTaskScheduler scheduler;
  private volatile @Nullable ScheduledFuture<?> scans;

  PollingJob(
      DueWork<I> work, PollingSettings settings, JobMetrics metrics, AsyncTaskExecutor workers) {
    this.work = work;
    this.settings = settings;
    this.metrics = metrics;
    this.workers = workers;
    this.free = new Semaphore(settings.workers());
    this.pause = new ScanPause(settings.scanInterval());
  }

  @Override
  public synchronized void start() {
    if (scheduler == null && settings.enabled()) {
      stopping = false;
      ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
      started.setThreadNamePrefix(work.name() + "-scan-");
      started.setAwaitTerminationMillis(settings.hold().toMillis());
      started.setErrorHandler(this::failed);
      started.initialize();
      scheduler = started;
      scans = started.schedule(this::scan, pause);
    }
  }

  private void failed(Throwable error) {
    Duration wait = pause.failed();
    if (error instanceof StoreUnavailable) {
      log.warn(
          "Due {} could not be searched for; the next search is in {}", work.items(), wait, error);
    } else {
      metrics.searchFailed();
      log.error("A search for due {} failed; the next one is in {}", work.items(), wait, error);
    }
  }

  private void scan() {
    try {
      while (!stopping && claimSome()) {
        log.trace("There may be more");
      }
      pause.succeeded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether more may be due. An item without a worker is due again after its hold. */
  private boolean claimSome() throws InterruptedException {
    free.acquire();
    int slots = 1;
    while (slots < settings.batchSize() && free.tryAcquire()) {
      slots++;
    }
    int handed = 0;
    try {
      for (I item : work.claim().apply(slots)) {
        workers.execute(() -> run(item));
        handed++;
      }
    } finally {
      free.release(slots - handed);
    }
    return handed == slots;
  }

  private void run(I item) {
    try {
      metrics.trace().observe(() -> runAndLog(item));
    } finally {
      free.release();
    }
  }

  /** Never throws. After any failure the item is due again when its hold ends. */
  private void runAndLog(I item) {
    try {
      log.debug("{} {}: {}", work.item(), item, metrics.counted(work.run().apply(item)));
    } catch (StoreUnavailable e) {
      metrics.count("STORE_AWAY");
      log.debug("{} {} is repeated later: the database is unavailable", work.item(), item, e);
    } catch (Throwable e) {
      // Also catches Error: nothing else reports what a worker's thread throws.
      metrics.count("BUG");
      log.error("{} {} could not be checked; it is tried again", work.item(), item, e);
    }
  }

  /** Stops claiming and waits for running work, at most for the length of the hold. */
  @Override
  public synchronized void stop() {
    if (scheduler == null) {
      return;
    }
    stopping = true;
    scans = null;
    scheduler.shutdown();
    try {
      if (free.tryAcquire(settings.workers(), settings.hold().toMillis(), MILLISECONDS)) {
        free.release(settings.workers());
      } else {
        log.warn("Checks of {} did not end in time; they are repeated later", work.items());
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

  /** Reports down when the search has stopped for good. A restart of the instance helps. */
  @Override
  public Health health() {
    return (isDead() ? Health.down() : Health.up()).build();
  }

  /** Returns whether the search should be running but has ended. */
  boolean isDead() {
    ScheduledFuture<?> asked = scans;
    return asked != null && asked.isDone();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
