package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.TrimEventLog;
import com.yuge.payment.domain.shared.StoreUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What is done beside publishing: looking how much waits, and trimming the log. Whatever ends one
 * of these tasks, it is done again.
 */
final class OutboxUpkeep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxUpkeep.class);

  private final OutboxSample sample;
  private final TrimEventLog trim;
  private final RelayPulse pulse;
  private final OutboxUpkeepProperties properties;
  private final Counter failures;
  private @Nullable ThreadPoolTaskScheduler scheduler;
  private volatile List<ScheduledFuture<?>> tasks = List.of();

  OutboxUpkeep(
      OutboxSample sample,
      TrimEventLog trim,
      RelayPulse pulse,
      OutboxUpkeepProperties properties,
      MeterRegistry meters) {
    this.sample = sample;
    this.trim = trim;
    this.pulse = pulse;
    this.properties = properties;
    this.failures = meters.counter("payment.outbox.upkeep.failures");
  }

  @Override
  public synchronized void start() {
    if (scheduler == null) {
      ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
      started.setThreadNamePrefix("outbox-upkeep-");
      started.setPoolSize(2);
      started.setErrorHandler(this::failed);
      started.initialize();
      scheduler = started;
      tasks =
          List.of(
              started.scheduleWithFixedDelay(sample::take, properties.watchInterval()),
              started.scheduleWithFixedDelay(
                  this::trim,
                  started.getClock().instant().plus(properties.retentionInterval()),
                  properties.retentionInterval()));
    }
  }

  private void failed(Throwable error) {
    failures.increment();
    if (error instanceof StoreUnavailable) {
      log.warn("Could not look at or trim the outbox; it is tried again: {}", error.toString());
    } else {
      log.error("Could not look at or trim the outbox; it is tried again", error);
    }
  }

  // One of all instances at a time, so that several do not look through the same rows.
  private void trim() {
    try {
      while (pulse.isKeeper() && trim.trim()) {
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
