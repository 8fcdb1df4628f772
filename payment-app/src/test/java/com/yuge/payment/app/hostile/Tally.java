package com.yuge.payment.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was sent, and what came back. */
final class Tally {
  /** Each kind has at least this part of all; by chance it is about 4 times. */
  private static final int PART_OF_KIND = 100;

  /** The same of each endpoint. There are more of them. */
  private static final int PART_OF_ENDPOINT = 200;

  private final Map<Kind, Map<String, Integer>> answers = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
  private final Map<String, Integer> endpoints = new TreeMap<>();
  private int all;

  synchronized void add(HostileRequest request, List<HttpAnswer> came) {
    all++;
    kinds.merge(request.kind(), 1, Integer::sum);
    endpoints.merge(request.endpoint().name(), 1, Integer::sum);
    Map<String, Integer> statuses =
        answers.computeIfAbsent(request.kind(), kind -> new TreeMap<>());
    if (came.isEmpty()) {
      statuses.merge("closed", 1, Integer::sum);
    }
    came.forEach(answer -> statuses.merge(answer.shown(), 1, Integer::sum));
  }

  /** So many were sent, and nothing was left out. */
  void assertIsOf(int count, List<Endpoint> targets) {
    assertThat(all).isEqualTo(count);
    for (Kind kind : Kind.values()) {
      assertThat(kinds.getOrDefault(kind, 0))
          .as("%s", kind)
          .isGreaterThanOrEqualTo(count / PART_OF_KIND);
    }
    for (Endpoint target : targets) {
      assertThat(endpoints.getOrDefault(target.name(), 0))
          .as(target.name())
          .isGreaterThanOrEqualTo(count / PART_OF_ENDPOINT);
    }
  }

  /** How many of each kind were sent, and which answers came how often. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    answers.forEach(
        (kind, statuses) ->
            table.append("%n%-10s %5d: %s".formatted(kind, kinds.get(kind), statuses)));
    return table.toString();
  }
}
