package com.yuge.payment.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.common.message.MessageQueue;

/** Payments a second by 8 threads while the relay publishes, against payments without events. */
final class BusinessPart implements Part {
  private static final int PAYMENTS = 15_000;
  private static final int ROUNDS = 3;
  private static final int THREADS = 8;

  @Override
  public String name() {
    return "business";
  }

  @Override
  public void run(Bench bench, Results results) {
    int count = bench.scale().events(PAYMENTS);
    Results warmUp = new Results();
    without(bench, warmUp, count / 3);
    with(bench, warmUp, count / 3);
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      without.add(without(bench, results, count));
      with.add(with(bench, results, count));
    }
    results.ratio(
        "business transactions: with outbox / without", Median.of(with) / Median.of(without), 0.6);
  }

  private double without(Bench bench, Results results, int count) {
    return measure(
        bench, results, "without outbox", count, Payments.withoutEvents(bench.service()));
  }

  private double with(Bench bench, Results results, int count) {
    Map<MessageQueue, Long> begin = bench.topic().end();
    double rate = measure(bench, results, "with outbox", count, Payments.of(bench.service()));
    Waiting.until("the last event", () -> bench.events().pending() == 0);
    Delivered.since(begin, OpenOrders.eventIds(count), bench)
        .require("business transactions", bench, results);
    return rate;
  }

  private double measure(Bench bench, Results results, String name, int count, Payments payments) {
    new OpenOrders(bench.pool()).load(count);
    bench.events().clear();
    bench.service().startRelay();
    AtomicInteger next = new AtomicInteger();
    Timing timing = Timing.of(() -> Threads.run(THREADS, thread -> pay(payments, next, count)));
    double rate = timing.perSecond(count);
    String note = count + " payments, 8 threads; " + timing.cpu().perThousand(count);
    results.figure(name(), name, rate, "tx/s", note);
    return rate;
  }

  private static void pay(Payments payments, AtomicInteger next, int count) {
    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
      payments.pay(number);
    }
  }
}
