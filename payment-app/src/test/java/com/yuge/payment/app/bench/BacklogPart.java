package com.yuge.payment.app.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * Whether a long list makes the relay slower: the first 10,000 of 10,000, and of a million. All are
 * older than the log keeps them, so that retention takes what was published meanwhile.
 */
final class BacklogPart implements Part {
  private static final int SHORT = 10_000;
  private static final int LONG = 1_000_000;
  private static final int ROUNDS = 7;
  private static final int DAYS_OLD = 8;

  /** Enough for all rounds, each of which takes what is on its way at its end too. */
  private static final int LEAST = 200_000;

  @Override
  public String name() {
    return "backlog";
  }

  @Override
  public void run(Bench bench, Results results) {
    int backlog = Math.max(LEAST, bench.scale().events(LONG));
    List<Double> few = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      bench.events().clear();
      bench.events().load(SHORT);
      bench.events().age(DAYS_OLD);
      few.add(measure(bench, results));
    }
    bench.events().clear();
    bench.events().load(backlog);
    bench.events().age(DAYS_OLD);
    List<Double> many = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      many.add(measure(bench, results));
    }
    int trimmed = backlog - bench.events().logged();
    results.figure(name(), "trimmed meanwhile", trimmed, "events", "of " + backlog);
    bench.events().clear();
    tell(results, few, SHORT);
    tell(results, many, backlog);
    String ratio = "drain: %,d waiting / %,d".formatted(backlog, SHORT);
    results.ratio(ratio, Median.of(many) / Median.of(few), 0.9);
  }

  private void tell(Results results, List<Double> rates, int waiting) {
    String note = "the first %,d after each of %d starts, median".formatted(SHORT, ROUNDS);
    results.figure(name(), "%,d waiting".formatted(waiting), Median.of(rates), "events/s", note);
  }

  /**
   * From the relay's start to so many at the broker; what comes until it has stopped is counted.
   */
  private double measure(Bench bench, Results results) {
    Map<MessageQueue, Long> begin = bench.topic().end();
    int before = bench.events().pending();
    Timing timing =
        Timing.of(
            () -> {
              bench.service().startRelay();
              Waiting.until("a backlog", () -> bench.topic().countSince(begin) >= SHORT);
            });
    bench.service().stopRelay();
    int acked = before - bench.events().pending();
    List<String> came = bench.topic().idsSince(begin, acked);
    int distinct = new HashSet<>(came).size();
    if (distinct != acked || (distinct != came.size() && !bench.trouble().wasThere())) {
      results.problem(
          "backlog: %d came, %d distinct, %d acked".formatted(came.size(), distinct, acked));
    }
    return timing.perSecond(SHORT);
  }
}
