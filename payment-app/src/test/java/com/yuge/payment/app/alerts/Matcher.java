package com.yuge.payment.app.alerts;

import com.yuge.payment.app.alerts.Scrape.Sample;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a label of a series has to be. */
record Matcher(String label, String operator, String value) {
  /** Prometheus adds these labels to what it scrapes. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

  static List<Matcher> in(String braces) {
    return MATCHER
        .matcher(braces)
        .results()
        .map(found -> new Matcher(found.group(1), found.group(2), found.group(3)))
        .filter(matcher -> !OF_PROMETHEUS.contains(matcher.label))
        .toList();
  }

  boolean matches(Sample sample) {
    String actual = sample.labels().getOrDefault(label, "");
    return switch (operator) {
      case "=" -> actual.equals(value);
      case "!=" -> !actual.equals(value);
      case "=~" -> actual.matches(value);
      case "!~" -> !actual.matches(value);
      default -> throw new IllegalStateException(operator);
    };
  }

  /** The label has to be there. A series of an error, for which others ask, may still come. */
  boolean mayMatch(Sample sample) {
    return operator.equals("=") ? matches(sample) : sample.labels().containsKey(label);
  }

  @Override
  public String toString() {
    return label + operator + '"' + value + '"';
  }
}
