package com.yuge.payment.orderservice;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work on a {@link SteppedDatabase}, in a thread of its own that makes a step when it is told. */
final class SteppedThread<T> {
  private static final ThreadLocal<@Nullable SteppedThread<?>> CURRENT = new ThreadLocal<>();

  private static final int POLL_MILLIS = 10;

  private static final Pattern WAITS =
      Pattern.compile("LOCK WAIT.*(t_order|t_mq_consume_log)", Pattern.DOTALL);

  private static final int PATIENCE_SECONDS = 60;

  private final JdbcClient jdbc;
  private final Semaphore turns = new Semaphore(0);
  private final Semaphore stops = new Semaphore(0);
  private final FutureTask<T> work;
  private boolean lockedOut;

  SteppedThread(JdbcClient jdbc, Callable<T> work) throws Exception {
    this.jdbc = jdbc;
    this.work = new FutureTask<>(work);
    new Thread(this::run).start();
    awaitStop();
  }

  private void run() {
    CURRENT.set(this);
    work.run();
    stops.release();
  }

  /** Waits for a turn, on a stepped thread; no other thread is held up. */
  static void beforeStep() throws InterruptedException, TimeoutException {
    SteppedThread<?> current = CURRENT.get();
    if (current == null) {
      return;
    }
    current.stops.release();
    if (!current.turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new TimeoutException("no turn");
    }
  }

  /** Makes the next step, if there is one. Returns false when the step waits for a lock. */
  boolean step() throws Exception {
    if (!work.isDone()) {
      turns.release();
      lockedOut = !stopsOrWaits();
    }
    return !lockedOut;
  }

  /** Makes all steps that are left; nobody may hold a lock against it any more. */
  void finish() throws Exception {
    if (lockedOut) {
      awaitStop();
    }
    while (!work.isDone()) {
      turns.release();
      awaitStop();
    }
  }

  private void awaitStop() throws InterruptedException, TimeoutException {
    if (!stops.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new TimeoutException("no stop");
    }
  }

  T result() throws Exception {
    return work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** True when it has stopped, false when it waits for a lock. */
  private boolean stopsOrWaits() throws Exception {
    for (int poll = 0; poll < PATIENCE_SECONDS * 1000 / POLL_MILLIS; poll++) {
      if (stops.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
      if (waitsForLock()) {
        return false;
      }
    }
    throw new TimeoutException("neither a step nor a lock");
  }

  /** By InnoDB's report: the table of transactions may be 100 ms old. */
  private boolean waitsForLock() {
    String report =
        jdbc.sql("SHOW ENGINE INNODB STATUS")
            .query((row, number) -> row.getString("Status"))
            .single();
    return Stream.of(report.split("---TRANSACTION "))
        .skip(1) // what comes before, such as the latest deadlock
        .anyMatch(transaction -> WAITS.matcher(transaction).find());
  }
}
