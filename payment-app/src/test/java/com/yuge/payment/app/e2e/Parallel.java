package com.yuge.payment.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs calls at the same moment, as far as a machine can. */
public final class Parallel {
  private Parallel() {}

  public static <T> List<T> run(List<Callable<T>> calls) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    CyclicBarrier start = new CyclicBarrier(calls.size());
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> call : calls) {
        futures.add(
            threads.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return call.call();
                }));
      }
      return answers(futures);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> List<T> answers(List<Future<T>> futures) throws InterruptedException {
    List<T> answers = new ArrayList<>();
    for (Future<T> future : futures) {
      try {
        answers.add(future.get());
      } catch (ExecutionException e) {
        throw new AssertionError("a call failed", e.getCause());
      }
    }
    return answers;
  }
}
