package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.shared.StoreUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Counts waiting events and trims growing tables. A task that fails runs again. */
final class OutboxMaintenance implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxMaintenance.class);

  private final MaintenanceTasks work;
  private final RelayStatus status;
  private final OutboxMaintenanceProperties properties;
  private final Counter failures;
  private @Nullable ThreadPoolTaskScheduler scheduler;
  private volatile List<ScheduledFuture<?>> tasks = List.of();

  OutboxMaintenance(
      MaintenanceTasks work,
      RelayStatus status,
      OutboxMaintenanceProperties properties,
      MeterRegistry meters) {
    this.work = work;
    this.status = status;
    this.properties = properties;
    this.failures = meters.counter("payment.outbox.maintenance.failures");
  }

  @Override
  public synchronized void start() {
    if (scheduler == null) {
      ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
      started.setThreadNamePrefix("outbox-maintenance-");
      started.setPoolSize(3);
      started.setErrorHandler(this::failed);
      started.initialize();
      scheduler = started;
      Instant now = started.getClock().instant();
      Duration events = properties.retentionInterval();
      Duration records = work.records().interval();
      tasks =
          List.of(
              started.scheduleWithFixedDelay(work.snapshot()::take, properties.watchInterval()),
              started.scheduleWithFixedDelay(this::trimEvents, now.plus(events), events),
              started.scheduleWithFixedDelay(work.records()::run, now.plus(records), records));
    }
  }

  private void failed(Throwable error) {
    failures.increment();
    if (error instanceof StoreUnavailable) {
      log.warn("Could not read or trim the tables; it is tried again: {}", error.toString());
    } else {
      log.error("Could not read or trim the tables; it is tried again", error);
    }
  }

  // Only one instance trims at a time, so that several do not read the same rows.
  private void trimEvents() {
    try {
      while (status.runsMaintenance() && work.events().trim()) {
        Thread.sleep(properties.retentionPause().toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether a task has ended although it should run again. */
  boolean isDead() {
    return tasks.stream().anyMatch(Future::isDone);
  }

  @Override
  public synchronized void stop() {
    if (scheduler != null) {
      tasks = List.of();
      scheduler.shutdown();
      scheduler = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return scheduler != null;
  }
}
