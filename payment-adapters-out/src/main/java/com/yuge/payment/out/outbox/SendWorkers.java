package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.Delivery;
import com.yuge.payment.domain.relay.Workers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Threads that send batches; each delivery goes to the relay's inbox. */
final class SendWorkers implements Workers {
  private final ExecutorService threads;
  private final Inbox inbox;

  SendWorkers(int count, Inbox inbox) {
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            count, work -> new Thread(work, "outbox-send-" + number.incrementAndGet()));
    this.inbox = inbox;
  }

  @Override
  public void run(Supplier<Delivery> errand) {
    threads.execute(() -> inbox.delivered(errand.get()));
  }

  void close() {
    threads.shutdownNow();
  }
}
