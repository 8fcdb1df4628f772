package com.yuge.payment.app.bench;

import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;
import org.apache.rocketmq.common.message.MessageQueue;

/** From the commit of a payment to its event at a consumer, at a steady rate. */
final class LatencyPart implements Part {
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  /** More than is measured, so that the JVMs have compiled what they run. */
  private static final int WARM_UP_PER_SECOND = 500;

  private static final int THREADS = 8;

  private final int perSecond;

  LatencyPart(int perSecond) {
    this.perSecond = perSecond;
  }

  @Override
  public String name() {
    return "latency-" + perSecond;
  }

  @Override
  public void run(Bench bench, Results results) {
    measure(bench, new Results(), WARM_UP_PER_SECOND, bench.scale().time(WARM_UP));
    measure(bench, results, perSecond, bench.scale().time(TIME));
  }

  private void measure(Bench bench, Results results, int perSecond, Duration time) {
    int count = (int) (perSecond * time.toSeconds());
    new OpenOrders(bench.pool()).load(count);
    bench.events().clear();
    bench.service().startRelay();
    Map<MessageQueue, Long> begin = bench.topic().end();
    try (Arrivals arrivals = new Arrivals(bench.stack().nameServer(), begin, count)) {
      AtomicLongArray committed = new AtomicLongArray(count);
      OpenLoop loop = new OpenLoop(perSecond, THREADS);
      loop.run(count, number -> pay(bench, committed, number));
      Waiting.until("the last event", () -> bench.events().pending() == 0);
      boolean all = Waiting.happens(() -> arrivals.count() == count);
      tell(results, loop, committed, arrivals);
      if (!all) {
        results.problem(name() + ": not every event came to the consumer");
      }
    }
    Delivered.since(begin, OpenOrders.eventIds(count), bench).require(name(), bench, results);
  }

  private static void pay(Bench bench, AtomicLongArray committed, int number) {
    Transactions transactions = bench.service().bean(Transactions.class);
    Payments.with(bench.service(), () -> noteCommit(transactions, committed, number)).pay(number);
  }

  // Registered before the outbox registers its signal: the clock starts before the relay does.
  private static void noteCommit(Transactions transactions, AtomicLongArray committed, int number) {
    transactions.afterCommit(() -> committed.set(number, System.nanoTime()));
  }

  private void tell(Results results, OpenLoop loop, AtomicLongArray committed, Arrivals arrivals) {
    Histogram fromCommit = new Histogram(3);
    Histogram fromDue = new Histogram(3);
    int missing = 0;
    for (int i = 0; i < committed.length(); i++) {
      if (arrivals.has(i)) {
        fromCommit.recordValue(Math.max(0, arrivals.at(i) - committed.get(i)));
        fromDue.recordValue(Math.max(0, arrivals.at(i) - loop.dueAt(i)));
      } else {
        missing++;
      }
    }
    results.latency(name(), "commit to consumer", fromCommit);
    results.latency(name(), "due to consumer", fromDue);
    results.figure(name(), "missing", missing, "events", "of " + committed.length());
  }
}
