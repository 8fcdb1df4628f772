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

/**
 * What is done beside publishing: looking how much waits, and trimming what grows. Whatever ends
 * one of these tasks, it is done again.
 */
final class OutboxUpkeep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxUpkeep.class);

  private final UpkeepWork work;
  private final RelayPulse pulse;
  private final OutboxUpkeepProperties properties;
  private final Counter failures;
  private @Nullable ThreadPoolTaskScheduler scheduler;
  private volatile List<ScheduledFuture<?>> tasks = List.of();

  OutboxUpkeep(
      UpkeepWork work, RelayPulse pulse, OutboxUpkeepProperties properties, MeterRegistry meters) {
    this.work = work;
    this.pulse = pulse;
    this.properties = properties;
    this.failures = meters.counter("payment.outbox.upkeep.failures");
  }

  @Override
  public synchronized void start() {
    if (scheduler == null) {
      ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
      started.setThreadNamePrefix("outbox-upkeep-");
      started.setPoolSize(3);
      started.setErrorHandler(this::failed);
      started.initialize();
      scheduler = started;
      Instant now = started.getClock().instant();
      Duration events = properties.retentionInterval();
      Duration records = work.records().interval();
      tasks =
          List.of(
              started.scheduleWithFixedDelay(work.sample()::take, properties.watchInterval()),
              started.scheduleWithFixedDelay(this::trimEvents, now.plus(events), events),
              started.scheduleWithFixedDelay(work.records()::run, now.plus(records), records));
    }
  }

  private void failed(Throwable error) {
    failures.increment();
    if (error instanceof StoreUnavailable) {
      log.warn("Could not look at or trim the tables; it is tried again: {}", error.toString());
    } else {
      log.error("Could not look at or trim the tables; it is tried again", error);
    }
  }

  // One of all instances at a time, so that several do not look through the same rows.
  private void trimEvents() {
    try {
      while (pulse.isKeeper() && work.events().trim()) {
        Thread.sleep(properties.retentionPause().toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a task should be done again and is not. */
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
