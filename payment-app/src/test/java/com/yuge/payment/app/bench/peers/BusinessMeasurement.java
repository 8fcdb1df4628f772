package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.OpenOrders;
import com.yuge.payment.app.bench.Threads;
import com.yuge.payment.app.bench.Timing;
import com.yuge.payment.app.bench.Waiting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.common.message.MessageQueue;

/** Payments by 8 threads as fast as they can, while the events are published. */
final class BusinessMeasurement implements Measurement {
  private static final int THREADS = 8;

  /** More than are paid: when all are, the time ends early. */
  private static final int ORDERS_PER_SECOND = 5_000;

  @Override
  public String name() {
    return "business";
  }

  @Override
  public boolean isFor(Peer peer) {
    return true;
  }

  @Override
  public Map<String, Double> measure(Bench bench, Peer peer, Duration time, Verdicts verdicts) {
    int orders = (int) (ORDERS_PER_SECOND * time.toSeconds());
    peer.clear();
    new OpenOrders(bench.pool()).load(orders);
    Map<MessageQueue, Long> begin = bench.topic().end();
    AtomicInteger paid = new AtomicInteger();
    Timing timing = Timing.of(() -> pay(peer, time, orders, paid));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("tx/s", timing.perSecond(paid.get()));
    if (peer.publishes()) {
      Timing rest = Timing.of(() -> awaitPublished(bench, begin, paid.get()));
      figures.put("then to the last event s", rest.took().toNanos() / 1e9);
      PaymentsAgain again = PaymentsAgain.of(peer, paid.get());
      again.pay();
      verdicts.judge(name(), peer, begin, again.eventIds(paid.get()));
    }
    return figures;
  }

  private static void awaitPublished(Bench bench, Map<MessageQueue, Long> begin, int paid) {
    Waiting.until("the last event", () -> bench.topic().countSince(begin) >= paid);
  }

  private static void pay(Peer peer, Duration time, int orders, AtomicInteger paid) {
    long end = System.nanoTime() + time.toNanos();
    AtomicInteger next = new AtomicInteger();
    Threads.run(
        THREADS,
        thread -> {
          while (System.nanoTime() - end < 0) {
            int number = next.getAndIncrement();
            if (number >= orders) {
              return;
            }
            peer.pay(number);
            paid.incrementAndGet();
          }
        });
  }
}
