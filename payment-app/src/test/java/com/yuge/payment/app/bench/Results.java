package com.yuge.payment.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** All that a run found out. */
public final class Results {
  private final List<Ratio> ratios = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> facts = new LinkedHashMap<>();

  public void ratio(String name, double value, double bar) {
    ratios.add(new Ratio(name, value, bar));
  }

  public void figure(String part, String name, double value, String unit, String note) {
    figures.add(new Figure(part, name, value, unit, note));
  }

  /** Percentiles of what took so many nanoseconds. */
  public void latency(String part, String what, Histogram nanos) {
    for (double percentile : new double[] {50, 95, 99}) {
      String name = "%s p%.0f".formatted(what, percentile);
      figure(part, name, nanos.getValueAtPercentile(percentile) / 1e6, "ms", "");
    }
    figure(part, what + " max", nanos.getMaxValue() / 1e6, "ms", "");
  }

  /** What must not be: it fails the run, however quick that was. */
  public void problem(String problem) {
    problems.add(problem);
  }

  /** Where and how it was measured. */
  public void fact(String name, Object value) {
    facts.put(name, value.toString());
  }

  public List<Ratio> ratios() {
    return List.copyOf(ratios);
  }

  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  public List<String> problems() {
    return List.copyOf(problems);
  }

  public Map<String, String> facts() {
    return Map.copyOf(facts);
  }
}
