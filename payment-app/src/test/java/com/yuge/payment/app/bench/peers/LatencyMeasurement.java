package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Arrivals;
import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.OpenLoop;
import com.yuge.payment.app.bench.OpenOrders;
import com.yuge.payment.app.bench.Timing;
import com.yuge.payment.app.bench.Waiting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * From before the first call of a payment (BEGIN, or the half message) to its event at a consumer,
 * at a steady rate.
 */
record LatencyMeasurement(int perSecond) implements Measurement {
  private static final int THREADS = 16;

  @Override
  public String name() {
    return "latency-" + perSecond;
  }

  @Override
  public boolean isFor(Peer peer) {
    return peer.publishes();
  }

  @Override
  public Map<String, Double> measure(Bench bench, Peer peer, Duration time, Verdicts verdicts) {
    int count = (int) (perSecond * time.toSeconds());
    peer.clear();
    new OpenOrders(bench.pool()).load(count);
    Map<MessageQueue, Long> begin = bench.topic().end();
    AtomicLongArray begun = new AtomicLongArray(count);
    PaymentsAgain again = PaymentsAgain.of(peer, count);
    try (Arrivals arrivals = new Arrivals(bench.stack().nameServer(), begin, count)) {
      Timing timing = Timing.of(() -> pay(peer, begun));
      boolean unused = Waiting.happens(() -> arrivals.count() == count);
      again.pay();
      verdicts.judge(name(), peer, begin, again.eventIds(count));
      return figures(begun, arrivals, timing.perSecond(count));
    }
  }

  private void pay(Peer peer, AtomicLongArray begun) {
    new OpenLoop(perSecond, THREADS)
        .run(
            begun.length(),
            number -> {
              begun.set(number, System.nanoTime());
              peer.pay(number);
            });
  }

  private static Map<String, Double> figures(
      AtomicLongArray begun, Arrivals arrivals, double paidPerSecond) {
    Histogram nanos = new Histogram(3);
    for (int number = 0; number < begun.length(); number++) {
      if (arrivals.has(number)) {
        nanos.recordValue(Math.max(0, arrivals.at(number) - begun.get(number)));
      }
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("p50 ms", nanos.getValueAtPercentile(50) / 1e6);
    figures.put("p99 ms", nanos.getValueAtPercentile(99) / 1e6);
    figures.put("max ms", nanos.getMaxValue() / 1e6);
    figures.put("reached tx/s", paidPerSecond);
    return figures;
  }
}
