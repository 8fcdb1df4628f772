package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.Workers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads that send batches. Each result goes to the relay's queue. An Error goes there in place of
 * a result, because otherwise the partition would wait for ever.
 */
final class SendWorkers implements Workers {
  private final ExecutorService threads;
  private final RelaySignalQueue queue;

  SendWorkers(int count, RelaySignalQueue queue) {
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            count, work -> new Thread(work, "outbox-send-" + number.incrementAndGet()));
    this.queue = queue;
  }

  @Override
  public void run(Supplier<List<BatchResult>> task) {
    threads.execute(
        () -> {
          try {
            queue.batchesEnded(task.get());
          } catch (Throwable error) {
            queue.failed(error);
          }
        });
  }

  void close() {
    threads.shutdownNow();
  }

  /** Waits for sends in progress, at most this long; returns whether all have ended. */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    return threads.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
  }
}
