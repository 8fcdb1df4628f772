package com.yuge.payment.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The results as JSON, as Markdown and as charts. */
final class BenchReport {
  private final Path folder;

  BenchReport(Path folder) {
    this.folder = folder;
  }

  void write(Results results) {
    List<String> charts = new BenchCharts(folder).draw(results.figures());
    write("outbox.json", json(results));
    String markdown = markdown(results, charts);
    write("outbox.md", markdown);
    System.out.println(markdown);
  }

  private void write(String name, String text) {
    try {
      Files.writeString(Files.createDirectories(folder).resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name, e);
    }
  }

  private static String json(Results results) {
    record Page(Object facts, Object ratios, Object figures, Object problems) {}
    return JsonMapper.builder()
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            new Page(results.facts(), results.ratios(), results.figures(), results.problems()));
  }

  private static String markdown(Results results, List<String> charts) {
    StringBuilder page =
        new StringBuilder("# Outbox benchmark\n\n| ratio | value | bar | |\n|---|---|---|---|\n");
    results.ratios().forEach(ratio -> page.append(row(ratio)));
    page.append("\nProblems: ").append(results.problems().isEmpty() ? "none" : "").append('\n');
    results.problems().forEach(problem -> page.append("* ").append(problem).append('\n'));
    page.append("\n| part | | value | unit | |\n|---|---|---|---|---|\n");
    results.figures().forEach(figure -> page.append(row(figure)));
    page.append('\n').append(charts.stream().map(BenchReport::image).collect(Collectors.joining()));
    page.append("\nMeasured on: ").append(results.facts()).append('\n');
    return page.toString();
  }

  private static String row(Ratio ratio) {
    return format(
        "| %s | %.2f | %.2f | %s |%n",
        ratio.name(), ratio.value(), ratio.bar(), ratio.isMet() ? "met" : "**missed**");
  }

  private static String row(Figure figure) {
    return format(
        "| %s | %s | %.1f | %s | %s |%n",
        figure.part(), figure.name(), figure.value(), figure.unit(), figure.note());
  }

  private static String image(String chart) {
    return format("![%s](%s)%n", chart, chart);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
  }
}
