package com.yuge.payment.app.bench;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;

/** A consumer in this JVM that notes when the event of each payment came. */
public final class Arrivals implements AutoCloseable {
  private final AtomicLongArray arrivedAt;
  private final AtomicInteger arrived = new AtomicInteger();
  private final TopicReader reader;
  private final Thread thread;
  private volatile boolean open = true;

  public Arrivals(String nameServer, Map<MessageQueue, Long> begin, int count) {
    this.arrivedAt = new AtomicLongArray(count);
    this.reader = new TopicReader(nameServer, begin);
    this.thread = new Thread(this::read, "bench-consumer");
    thread.start();
  }

  private void read() {
    while (open) {
      for (MessageExt message : reader.poll()) {
        arrived(OpenOrders.number(message.getUserProperty("eventId")), System.nanoTime());
      }
    }
  }

  private void arrived(int number, long now) {
    if (arrivedAt.compareAndSet(number, 0, now)) {
      arrived.incrementAndGet();
    }
  }

  public int count() {
    return arrived.get();
  }

  public boolean has(int number) {
    return arrivedAt.get(number) != 0;
  }

  /** By this JVM's monotonic clock. */
  public long at(int number) {
    return arrivedAt.get(number);
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join(Waiting.PHASE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reader.close();
  }
}
