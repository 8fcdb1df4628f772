package com.yuge.payment.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/** Latencies of the same calls in several cases, as JSON and as a table in Markdown. */
final class LatencyReport {
  private static final Path FOLDER = Path.of("target", "bench");

  /** More than the first case's median: what a caller may be made to wait. */
  private static final long ALLOWANCE_MICROS = 100_000;

  private final String name;
  private final String what;
  private final List<Row> rows = new ArrayList<>();

  LatencyReport(String name, String what) {
    this.name = name;
    this.what = what;
  }

  /** Milliseconds; {@code late} counts the calls over the first median by the allowance. */
  record Row(
      String name, long calls, double p50, double p99, double max, long late, double systemLoad) {
    static Row of(String name, Histogram micros, double firstMedian) {
      long latest = Math.round(firstMedian * 1000) + ALLOWANCE_MICROS;
      return new Row(
          name,
          micros.getTotalCount(),
          micros.getValueAtPercentile(50) / 1000.0,
          micros.getValueAtPercentile(99) / 1000.0,
          micros.getMaxValue() / 1000.0,
          micros.getCountBetweenValues(latest, Math.max(latest, micros.getMaxValue())),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    String markdown() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %.1f | %.1f | %.1f | %d | %.1f |",
          name,
          calls,
          p50,
          p99,
          max,
          late,
          systemLoad);
    }
  }

  void add(String row, Histogram micros) {
    double median = micros.getValueAtPercentile(50) / 1000.0;
    rows.add(Row.of(row, micros, rows.isEmpty() ? median : rows.get(0).p50()));
  }

  void write() throws IOException {
    Path folder = Files.createDirectories(FOLDER);
    Files.writeString(
        folder.resolve(name + ".json"), JsonMapper.shared().writeValueAsString(rows), UTF_8);
    List<String> lines = new ArrayList<>();
    lines.add("%s; %d processors".formatted(what, Runtime.getRuntime().availableProcessors()));
    lines.add("");
    lines.add("| case | calls | p50 ms | p99 ms | max ms | 100 ms over | system load |");
    lines.add("|---|---|---|---|---|---|---|");
    rows.forEach(row -> lines.add(row.markdown()));
    Files.write(folder.resolve(name + ".md"), lines, UTF_8);
  }
}
