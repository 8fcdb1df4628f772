package com.yuge.payment.channelfakes.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of daemon threads, for work now and later. A failure is logged: the executor keeps
 * it in a future that nobody reads, and goes on with the next work. After the shutdown further work
 * is dropped, because the last work of a closing fake may still schedule more.
 */
public final class DaemonThreads extends ScheduledThreadPoolExecutor {
  private static final Logger log = System.getLogger(DaemonThreads.class.getName());

  public DaemonThreads(String name, int count) {
    super(
        count,
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  @Override
  protected void afterExecute(Runnable work, @Nullable Throwable thrown) {
    super.afterExecute(work, thrown);
    Throwable failure = thrown == null ? failure(work) : thrown;
    if (failure != null) {
      log.log(Level.ERROR, "Work of the fake channel failed", failure);
    }
  }

  private static @Nullable Throwable failure(Runnable work) {
    if (!(work instanceof Future<?> future) || !future.isDone()) {
      return null;
    }
    try {
      Object unused = future.get();
      return null;
    } catch (CancellationException cancelled) {
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
