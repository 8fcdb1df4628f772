package com.yuge.payment.app.alerts;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The series that a query asks for: a metric's name, and what its labels have to be. */
record Selector(String metric, List<Matcher> matchers) {
  private static final Pattern GROUPING =
      Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");

  /** A name that is no function's, with what is in braces behind it. */
  private static final Pattern SELECTOR =
      Pattern.compile("(?<![\\w.:])([a-zA-Z_:][\\w:]*)\\b(?!\\s*\\()\\s*(?:\\{([^}]*)})?");

  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

  Selector {
    matchers = List.copyOf(matchers);
  }

  /** Returns the selectors of a query in PromQL, in order, each once. */
  static List<Selector> in(String query) {
    String plain = RANGE.matcher(GROUPING.matcher(query).replaceAll("")).replaceAll("");
    return SELECTOR
        .matcher(plain)
        .results()
        .filter(found -> !OPERATORS.contains(found.group(1)))
        .map(Selector::of)
        .distinct()
        .toList();
  }

  private static Selector of(MatchResult found) {
    String braces = found.group(2);
    return new Selector(found.group(1), braces == null ? List.of() : Matcher.in(braces));
  }

  /** Returns whether the service has a series of this name with these labels, whatever they are. */
  boolean isKnownTo(Scrape scrape) {
    return scrape.samples().stream()
        .filter(sample -> sample.metric().equals(metric))
        .anyMatch(sample -> matchers.stream().allMatch(matcher -> matcher.mayMatch(sample)));
  }

  /** Returns the sum of all samples that match; 0 if there is none. */
  double valueIn(Scrape scrape) {
    return scrape.samples().stream()
        .filter(sample -> sample.metric().equals(metric))
        .filter(sample -> matchers.stream().allMatch(matcher -> matcher.matches(sample)))
        .mapToDouble(Scrape.Sample::value)
        .sum();
  }

  @Override
  public String toString() {
    return metric + matchers;
  }
}
