package com.yuge.payment.out.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * The one thread that publishes. An Error ends a run, but not the thread. After a pause, the next
 * run begins with the same owner name and therefore with the same leases.
 */
final class RelayThread extends Thread {
  private static final Logger log = LoggerFactory.getLogger(RelayThread.class);

  /** After a run of this length, the pauses start again with the shortest. */
  private static final long LONG_RUN = Duration.ofMinutes(1).toNanos();

  private final Supplier<RelayRun> runs;
  private final BackOff backOff;
  private final Consumer<Throwable> onDeath;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private BackOffExecution pauses;
  private volatile RelayState state = RelayState.RUNNING;

  /**
   * @param backOff the pauses between runs that Errors ended
   * @param onDeath receives each of these Errors
   */
  RelayThread(Supplier<RelayRun> runs, BackOff backOff, Consumer<Throwable> onDeath) {
    super("outbox-relay");
    this.runs = runs;
    this.backOff = backOff;
    this.onDeath = onDeath;
    this.pauses = backOff.start();
    setUncaughtExceptionHandler(
        (dead, error) -> {
          state = RelayState.DIED;
          log.error("Outbox relay died for good; events wait in the database", error);
        });
  }

  @Override
  public void run() {
    try {
      while (!isStopping()) {
        runOnce();
      }
    } catch (InterruptedException e) {
      log.warn("Outbox relay did not stop in time; its leases expire");
    }
    state = RelayState.STOPPED;
  }

  private void runOnce() throws InterruptedException {
    long begun = System.nanoTime();
    try {
      RelayRun run = runs.get();
      state = RelayState.RUNNING;
      try {
        run.publishUntil(this::isStopping);
      } finally {
        run.end();
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable error) {
      state = RelayState.RESTARTING;
      if (System.nanoTime() - begun > LONG_RUN) {
        pauses = backOff.start();
      }
      restartIn(pauses.nextBackOff(), error);
    }
  }

  private void restartIn(long millis, Throwable error) throws InterruptedException {
    try {
      log.error("Outbox relay died, and starts again in {} ms; events wait", millis, error);
      onDeath.accept(error);
    } catch (Throwable untold) {
      // The log call failed, most likely for lack of memory. The state shows the failure.
      state = RelayState.RESTARTING;
    }
    var unused = stopping.await(millis, TimeUnit.MILLISECONDS);
  }

  RelayState state() {
    return state == RelayState.RUNNING && isStopping() ? RelayState.FINISHING : state;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  void beginToStop() {
    stopping.countDown();
  }

  /** Waits for batches in progress, at most this long, then interrupts the thread. */
  void joinOrInterrupt(Duration patience) {
    try {
      join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    interrupt();
  }
}
