package com.yuge.payment.out.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats one task until it is closed; a failure is logged and does not end the thread. */
final class HintThread extends Thread implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HintThread.class);
  private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

  private final Work work;
  private final long pauseNanos;
  private volatile boolean closed;
  private long nextWarning = System.nanoTime();

  /** One run of the task. */
  interface Work {
    void run() throws InterruptedException;
  }

  /**
   * @param pause after a failure
   */
  HintThread(String name, Duration pause, Work work) {
    super(name);
    this.work = work;
    this.pauseNanos = pause.toNanos();
    setDaemon(true); // No shutdown waits for Redis.
    setUncaughtExceptionHandler(
        (dead, error) -> log.error("{} died for good; events wait for polls", name, error));
  }

  @Override
  public void run() {
    while (!closed) {
      try {
        work.run();
      } catch (InterruptedException e) {
        log.debug("{} was told to end", getName());
      } catch (Throwable error) {
        // Catches an Error, too: no other thread does this work.
        recover(error);
      }
    }
  }

  private void recover(Throwable error) {
    try {
      warn(error);
    } catch (Throwable untold) {
      // The log call failed, most likely for lack of memory: the next failure is logged instead.
      nextWarning = System.nanoTime();
    }
    LockSupport.parkNanos(pauseNanos); // A close ends the pause.
  }

  private void warn(Throwable error) {
    long now = System.nanoTime();
    if (!closed && now - nextWarning >= 0) {
      nextWarning = now + BETWEEN_WARNINGS;
      log.error("{} failed and goes on; events wait for polls meanwhile", getName(), error);
    }
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    interrupt();
  }
}
