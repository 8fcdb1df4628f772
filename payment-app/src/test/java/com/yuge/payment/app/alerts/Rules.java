package com.yuge.payment.app.alerts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Prometheus' rules as the file has them. */
record Rules(Map<String, String> recorded, List<Alert> alerts) {
  private static final Path FILE = Path.of("src/deploy/prometheus/rules.yml");

  /** An alert, and all selectors of its query and of the recorded queries that it names. */
  record Alert(String name, List<Selector> selectors, String runbook) {
    Alert {
      selectors = List.copyOf(selectors);
    }
  }

  Rules {
    recorded = Map.copyOf(recorded);
    alerts = List.copyOf(alerts);
  }

  static Rules read() {
    List<JsonNode> rules =
        YAMLMapper.builder()
            .build()
            .readTree(FILE)
            .path("groups")
            .valueStream()
            .flatMap(group -> group.path("rules").valueStream())
            .toList();
    Map<String, String> recorded =
        rules.stream()
            .filter(rule -> rule.has("record"))
            .collect(Collectors.toMap(rule -> text(rule, "record"), rule -> text(rule, "expr")));
    return new Rules(
        recorded,
        rules.stream()
            .filter(rule -> rule.has("alert"))
            .map(rule -> alert(rule, recorded))
            .toList());
  }

  private static Alert alert(JsonNode rule, Map<String, String> recorded) {
    return new Alert(
        text(rule, "alert"),
        selectors(text(rule, "expr"), recorded).distinct().toList(),
        text(rule.path("annotations"), "runbook_url"));
  }

  private static Stream<Selector> selectors(String query, Map<String, String> recorded) {
    return Selector.in(query).stream()
        .flatMap(
            selector ->
                recorded.containsKey(selector.metric())
                    ? selectors(recorded.get(selector.metric()), recorded)
                    : Stream.of(selector));
  }

  Alert alert(String name) {
    return alerts.stream()
        .filter(alert -> alert.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("rules.yml has no alert " + name));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }
}
