package com.yuge.payment.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a run found out. */
final class Results {
  private final List<Ratio> ratios = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> facts = new LinkedHashMap<>();

  void ratio(String name, double value, double bar) {
    ratios.add(new Ratio(name, value, bar));
  }

  void figure(String part, String name, double value, String unit, String note) {
    figures.add(new Figure(part, name, value, unit, note));
  }

  /** What must not be: it fails the run, however quick that was. */
  void problem(String problem) {
    problems.add(problem);
  }

  /** Where and how it was measured. */
  void fact(String name, Object value) {
    facts.put(name, value.toString());
  }

  List<Ratio> ratios() {
    return List.copyOf(ratios);
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  Map<String, String> facts() {
    return Map.copyOf(facts);
  }
}
