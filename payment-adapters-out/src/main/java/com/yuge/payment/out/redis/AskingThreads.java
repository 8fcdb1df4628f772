package com.yuge.payment.out.redis;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that wait for Redis, each with a connection to itself; they end when idle. */
final class AskingThreads implements AutoCloseable {
  static final int MOST = 16;
  private static final int WAITING = 1024;

  private final AtomicInteger made = new AtomicInteger();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          MOST, MOST, 60, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);

  AskingThreads() {
    threads.allowCoreThreadTimeOut(true);
  }

  // A daemon: no shutdown waits for Redis.
  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "redis-" + made.incrementAndGet());
    thread.setDaemon(true);
    // Not that of the request that needed it: Tomcat would take the thread for its application's.
    thread.setContextClassLoader(AskingThreads.class.getClassLoader());
    return thread;
  }

  <T> Future<T> submit(Callable<T> work) {
    return threads.submit(work);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
