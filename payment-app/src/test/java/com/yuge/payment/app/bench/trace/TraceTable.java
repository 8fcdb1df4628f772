package com.yuge.payment.app.bench.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** In which stage the time went: of all events, and of the slowest hundredth. */
record TraceTable(String title, List<Map<Moment, Long>> all, List<Map<Moment, Long>> slowest) {
  private static final int HUNDRED = 100;

  static TraceTable of(String title, Moments moments) {
    List<Map<Moment, Long>> all =
        IntStream.range(0, moments.count())
            .filter(number -> moments.has(Moment.RECEIVED, number))
            .mapToObj(moments::of)
            .sorted(Comparator.comparingLong(TraceTable::latency).reversed())
            .toList();
    return new TraceTable(title, all, all.subList(0, (all.size() + HUNDRED - 1) / HUNDRED));
  }

  private static long latency(Map<Moment, Long> moments) {
    return moments.getOrDefault(Moment.RECEIVED, 0L) - moments.getOrDefault(Moment.COMMITTED, 0L);
  }

  /** Of the time from the commit to the consumer, in milliseconds. */
  double percentile(int percent) {
    return latency(all.get((int) (all.size() * (HUNDRED - percent) / (double) HUNDRED))) / 1e6;
  }

  String markdown() {
    StringBuilder page = new StringBuilder("## " + title + "\n\n");
    page.append(
        format(
            "Commit to consumer, ms: p50 %.1f, p99 %.1f, max %.1f; %d events, %d in the slowest 1 %%.\n\n",
            percentile(50), percentile(99), latency(all.get(0)) / 1e6, all.size(), slowest.size()));
    page.append("| stage | all: mean ms | share | slowest 1 %: mean ms | share |\n");
    page.append("|---|---|---|---|---|\n");
    Arrays.stream(Stage.values()).forEach(stage -> page.append(row(stage)));
    return page.append('\n').toString();
  }

  private String row(Stage stage) {
    return format(
        "| %s | %.2f | %s | %.2f | %s |\n",
        stage.words(),
        mean(all, stage),
        share(all, stage),
        mean(slowest, stage),
        share(slowest, stage));
  }

  private static double mean(List<Map<Moment, Long>> events, Stage stage) {
    return events.stream().mapToLong(stage::nanos).average().orElse(0) / 1e6;
  }

  private static String share(List<Map<Moment, Long>> events, Stage stage) {
    double whole = events.stream().mapToLong(TraceTable::latency).average().orElse(0) / 1e6;
    return stage.isOnTheWay() ? format("%.0f %%", 100 * mean(events, stage) / whole) : "";
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
