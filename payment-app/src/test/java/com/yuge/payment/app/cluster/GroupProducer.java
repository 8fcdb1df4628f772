package com.yuge.payment.app.cluster;

import com.yuge.payment.app.bench.BenchProducer;
import com.yuge.payment.app.bench.OpenLoop;
import com.yuge.payment.app.bench.Threads;
import com.yuge.payment.devstack.RocketMqServers;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.rocketmq.common.message.Message;

/** Sends to a group's queues as the relay does: one batch in flight for each queue. */
final class GroupProducer implements AutoCloseable {
  static final int BATCH = 200;

  private static final byte[] EVENT = new byte[350];

  private final BenchProducer producer;
  private final int queues;

  GroupProducer(String nameServers, String group) {
    this.producer = new BenchProducer(nameServers, queue -> queue.getBrokerName().equals(group));
    this.queues = producer.queues();
  }

  /** Returns events a second. */
  double drain(int events) {
    int batches = Math.max(1, events / BATCH / queues);
    List<Message> batch = IntStream.range(0, BATCH).mapToObj(i -> message()).toList();
    long begin = System.nanoTime();
    Threads.run(
        queues,
        thread -> {
          for (int i = 0; i < batches; i++) {
            producer.send(batch, thread);
          }
        });
    double seconds = (System.nanoTime() - begin) / 1e9;
    return batches * queues * BATCH / seconds;
  }

  /** Sends single events at a fixed rate; returns what each took since it was due, in ms. */
  double[] latencies(int perSecond, int count) {
    double[] millis = new double[count];
    OpenLoop loop = new OpenLoop(perSecond, queues);
    loop.run(
        count,
        i -> {
          producer.send(message(), i);
          millis[i] = (System.nanoTime() - loop.dueAt(i)) / 1e6;
        });
    return millis;
  }

  private static Message message() {
    return new Message(RocketMqServers.TOPIC, "BENCH", EVENT);
  }

  @Override
  public void close() {
    producer.close();
  }
}
