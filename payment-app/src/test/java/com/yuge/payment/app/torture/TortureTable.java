package com.yuge.payment.app.torture;

import com.yuge.payment.app.torture.Wound.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the results of several seeds, as a table in Markdown. */
final class TortureTable {
  private TortureTable() {}

  /** Argument: the folder with the results. */
  public static void main(String[] arguments) {
    System.out.println(of(new Results(Path.of(arguments[0])).all()));
  }

  static String of(List<SeedResult> results) {
    Map<Kind, Line> lines = new EnumMap<>(Kind.class);
    for (SeedResult result : results) {
      for (Fault fault : result.faults()) {
        lines.computeIfAbsent(fault.kind(), kind -> new Line()).add(result, fault);
      }
    }
    StringBuilder table = new StringBuilder();
    table.append(
        "| what | of what | faults | paid or refunded meanwhile | until the next payment, at most |\n");
    table.append("|---|---|---|---|---|\n");
    lines.forEach((kind, line) -> table.append(line.text(kind)));
    return table.append(sum(results)).toString();
  }

  private static String sum(List<SeedResult> results) {
    Map<String, Integer> answers = new TreeMap<>();
    for (SeedResult result : results) {
      result.answers().forEach((answer, times) -> answers.merge(answer, times, Integer::sum));
    }
    return """

        Seeds %s: %d faults in %.0f min, %d starts of the service. %d orders, %d told paid, %d refunds
        accepted, %d events, %d repeated deliveries. %d lost, %d doubled, %d wrong. Answers: %s
        """
        .formatted(
            results.stream().map(SeedResult::seed).toList(),
            results.stream().mapToInt(result -> result.faults().size()).sum(),
            results.stream().mapToLong(SeedResult::millis).sum() / 60e3,
            results.stream().mapToInt(SeedResult::starts).sum(),
            results.stream().mapToInt(SeedResult::orders).sum(),
            results.stream().mapToInt(result -> result.paid().size()).sum(),
            results.stream().mapToInt(result -> result.refunds().size()).sum(),
            results.stream().mapToInt(SeedResult::events).sum(),
            results.stream().mapToInt(SeedResult::repeats).sum(),
            results.stream().mapToInt(SeedResult::lost).sum(),
            results.stream().mapToInt(SeedResult::doubled).sum(),
            results.stream().mapToInt(SeedResult::wrong).sum(),
            answers);
  }

  /** All faults of a kind. */
  private static final class Line {
    private final Map<String, Integer> targets = new TreeMap<>();
    private final List<Long> deals = new ArrayList<>();
    private long slowest;

    void add(SeedResult result, Fault fault) {
      targets.merge(fault.target(), 1, Integer::sum);
      deals.add(result.dealsDuring(fault));
      slowest = Math.max(slowest, result.recovery(fault));
    }

    String text(Kind kind) {
      List<String> parts = new ArrayList<>();
      targets.forEach((target, times) -> parts.add(times + " " + target));
      return "| %s | %s | %d | %d | %.1f s |%n"
          .formatted(
              kind,
              String.join(", ", parts),
              deals.size(),
              deals.stream().mapToLong(Long::longValue).sum(),
              slowest / 1e3);
    }
  }
}
