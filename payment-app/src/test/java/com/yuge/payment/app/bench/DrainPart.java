package com.yuge.payment.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.common.message.MessageQueue;

/** A backlog, until the broker has all of it: the relay, the bare broker, textbook pollers. */
final class DrainPart implements Part {
  private static final int EVENTS = 50_000;
  private static final int TEXTBOOK_EVENTS = 8_000;
  private static final int ROUNDS = 3;
  private static final int THREADS = 8;
  private static final int BATCH = 200;

  @Override
  public String name() {
    return "drain";
  }

  @Override
  public void run(Bench bench, Results results) {
    int events = bench.scale().events(EVENTS);
    warmUp(bench);
    List<Double> relay = new ArrayList<>();
    List<Double> broker = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      broker.add(bareBroker(bench, results, events));
      relay.add(relay(bench, results, events));
    }
    int fewer = bench.scale().events(TEXTBOOK_EVENTS);
    double one = textbook(bench, results, fewer, 1);
    double four = textbook(bench, results, fewer, 4);
    results.ratio("drain: relay / textbook, 1 thread", Median.of(relay) / one, 20);
    results.ratio("drain: relay / textbook, 4 threads", Median.of(relay) / four, 10);
    results.ratio("drain: relay / bare broker", Median.of(relay) / Median.of(broker), 0.5);
  }

  private void warmUp(Bench bench) {
    Results ignored = new Results();
    int events = bench.scale().events(EVENTS) / 4;
    bareBroker(bench, ignored, events);
    relay(bench, ignored, events);
  }

  private double relay(Bench bench, Results results, int events) {
    bench.events().load(events);
    return measure(bench, results, "relay", events, () -> bench.service().startRelay());
  }

  private double bareBroker(Bench bench, Results results, int events) {
    bench.events().write(events);
    List<LoggedEvent> all = LoggedEvent.all(bench.pool());
    BareBroker broker = new BareBroker(bench.producer(), THREADS, BATCH);
    return measure(bench, results, "bare broker", events, () -> broker.send(all));
  }

  private double textbook(Bench bench, Results results, int events, int threads) {
    bench.events().write(events);
    TextbookPoller poller = new TextbookPoller(bench.pool(), bench.producer());
    poller.fill();
    String name = "textbook, %d thread%s".formatted(threads, threads == 1 ? "" : "s");
    return measure(bench, results, name, events, () -> poller.drain(threads));
  }

  private double measure(Bench bench, Results results, String who, int events, Runnable work) {
    Map<MessageQueue, Long> begin = bench.topic().end();
    Timing timing =
        Timing.of(
            () -> {
              work.run();
              Waiting.until(who, () -> bench.topic().countSince(begin) >= events);
            });
    bench.service().stopRelay();
    double rate = timing.perSecond(events);
    String note = events + " events; " + timing.cpu().perThousand(events);
    results.figure(name(), who, rate, "events/s", note);
    Delivered.since(begin, EventLog.ids(events), bench).require("drain by " + who, bench, results);
    if (bench.events().pending() > 0) {
      results.problem("drain by " + who + " left events on the list");
    }
    bench.events().clear();
    return rate;
  }
}
