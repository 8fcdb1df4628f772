package com.yuge.payment.domain.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The same work by many threads at one moment: what some answered, and what the others threw. */
public record Race<T>(List<T> answers, List<Throwable> failures) {
  /** More than a working store ever needs; only a hung one reaches it. */
  public static final long PATIENCE_SECONDS = 30;

  public static <T> Race<T> of(int runners, Callable<T> run) {
    CyclicBarrier start = new CyclicBarrier(runners);
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    try {
      List<Future<T>> ends = new ArrayList<>();
      for (int runner = 0; runner < runners; runner++) {
        ends.add(
            threads.submit(
                () -> {
                  int unused = start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                  return run.call();
                }));
      }
      return finished(ends);
    } finally {
      threads.shutdownNow();
    }
  }

  /** The answer of another thread, waited for with patience. */
  public static <T> T answerOf(Future<T> other) {
    try {
      return other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("no answer from the other thread", e);
    }
  }

  private static <T> Race<T> finished(List<Future<T>> ends) {
    Race<T> race = new Race<>(new ArrayList<>(), new ArrayList<>());
    for (Future<T> end : ends) {
      try {
        race.answers.add(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      } catch (ExecutionException failed) {
        race.failures.add(failed.getCause());
      } catch (TimeoutException | InterruptedException e) {
        throw new AssertionError("the race did not end", e);
      }
    }
    return race;
  }
}
