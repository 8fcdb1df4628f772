package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.TrimEventLog;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** What is done beside publishing: looking how much waits, and trimming the log. */
final class OutboxUpkeep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxUpkeep.class);

  private final OutboxSample sample;
  private final TrimEventLog trim;
  private final RelayPulse pulse;
  private final OutboxUpkeepProperties properties;
  private @Nullable ScheduledExecutorService thread;

  OutboxUpkeep(
      OutboxSample sample, TrimEventLog trim, RelayPulse pulse, OutboxUpkeepProperties properties) {
    this.sample = sample;
    this.trim = trim;
    this.pulse = pulse;
    this.properties = properties;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      ScheduledExecutorService started =
          Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "outbox-upkeep"));
      thread = started;
      Duration rounds = properties.retentionInterval();
      repeat(started, new Task("look at", this::look, properties.watchInterval()), Duration.ZERO);
      repeat(started, new Task("trim", this::trim, rounds), rounds);
    }
  }

  /** Tells when it wants to be done again; trouble passes, and is told. */
  private record Task(String name, Supplier<Duration> work, Duration afterTrouble) {
    Duration run() {
      try {
        return work.get();
      } catch (RuntimeException e) {
        log.warn(
            "Could not {} the outbox; tried again in {}: {}", name, afterTrouble, e.toString());
        return afterTrouble;
      }
    }
  }

  private Duration look() {
    sample.take();
    return properties.watchInterval();
  }

  // One of all instances at a time, so that several do not look through the same rows.
  private Duration trim() {
    return pulse.isKeeper() && trim.trim()
        ? properties.retentionPause()
        : properties.retentionInterval();
  }

  private void repeat(ScheduledExecutorService executor, Task task, Duration delay) {
    if (!executor.isShutdown()) {
      var unused =
          executor.schedule(
              () -> repeat(executor, task, task.run()), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      var unused = thread.shutdownNow();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
