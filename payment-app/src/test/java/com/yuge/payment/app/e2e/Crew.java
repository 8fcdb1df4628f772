package com.yuge.payment.app.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that work in turns, one after the other in each, until it is closed. */
public final class Crew implements AutoCloseable {
  private final Duration patience;
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean ended;

  /** A turn of a thread; both count from 0. */
  public interface Work {
    void turn(int thread, int turn) throws Exception;
  }

  private Crew(int count, Duration patience) {
    this.patience = patience;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /**
   * Starts so many threads.
   *
   * @param patience how long the last turn of a thread may take once it is closed
   */
  public static Crew start(int count, Duration patience, Work work) {
    Crew crew = new Crew(count, patience);
    for (int i = 0; i < count; i++) {
      int thread = i;
      crew.running.add(crew.threads.submit(() -> crew.turns(thread, work)));
    }
    return crew;
  }

  private Void turns(int thread, Work work) throws Exception {
    for (int turn = 0; !ended; turn++) {
      work.turn(thread, turn);
    }
    return null;
  }

  /** Fails when a turn did. */
  @Override
  public void close() {
    ended = true;
    threads.shutdown();
    try {
      for (Future<?> one : running) {
        Object unused = one.get(patience.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("a thread failed, or did not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
