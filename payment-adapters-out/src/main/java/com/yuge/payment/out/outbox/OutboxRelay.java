package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.RelaySettings;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** Runs the relay while the service runs: one thread decides, and a few workers send. */
final class OutboxRelay implements SmartLifecycle {
  /** Below the web server's phases: it starts before the first request and stops after the last. */
  private static final int PHASE = 0;

  private final Supplier<RelayRun> runs;
  private final RelaySignalQueue queue;
  private final RelaySettings settings;
  private final Consumer<Throwable> onDeath;
  private volatile @Nullable RelayThread thread;

  /**
   * @param runs creates the runs; all have one owner name, which is unique to this start of the
   *     instance
   * @param onDeath receives each Error that ended a run of the relay
   */
  OutboxRelay(
      Supplier<RelayRun> runs,
      RelaySignalQueue queue,
      RelaySettings settings,
      Consumer<Throwable> onDeath) {
    this.runs = runs;
    this.queue = queue;
    this.settings = settings;
    this.onDeath = onDeath;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      thread = new RelayThread(runs, restartBackOff(), onDeath);
      thread.start();
    }
  }

  private BackOff restartBackOff() {
    ExponentialBackOff pauses = new ExponentialBackOff(settings.backoffMin().toMillis(), 2);
    pauses.setMaxInterval(settings.backoffMax().toMillis());
    return pauses;
  }

  /** Stops reading, waits for batches in progress, and releases the leases. */
  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.beginToStop();
      queue.wake();
      thread.joinOrInterrupt(settings.sendAndAck().multipliedBy(2));
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  // Not synchronized: callers read the state while a stop waits.
  RelayState state() {
    RelayThread asked = thread;
    return asked == null ? RelayState.STOPPED : asked.state();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
