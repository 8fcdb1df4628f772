package com.yuge.payment.app.alerts;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard of Grafana as its file has it. */
record Dashboard(List<Panel> panels) {
  private static final Path FILE = Path.of("src/deploy/grafana/dashboards/payment-service.json");
  private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

  /** A panel; a row has no queries. */
  record Panel(int id, String type, String title, String datasource, List<Query> queries) {
    Panel {
      queries = List.copyOf(queries);
    }
  }

  /** A query, and the labels that its legend shows. */
  record Query(String text, List<Selector> selectors, List<String> labels) {
    Query {
      selectors = List.copyOf(selectors);
      labels = List.copyOf(labels);
    }
  }

  Dashboard {
    panels = List.copyOf(panels);
  }

  static Dashboard read() {
    JsonNode panels = JsonMapper.builder().build().readTree(FILE).path("panels");
    return new Dashboard(panels.valueStream().map(Dashboard::panel).toList());
  }

  private static Panel panel(JsonNode panel) {
    return new Panel(
        panel.path("id").asInt(),
        panel.path("type").asString(),
        panel.path("title").asString(),
        panel.path("datasource").path("uid").asString(""),
        panel.path("targets").valueStream().map(Dashboard::query).toList());
  }

  private static Query query(JsonNode target) {
    String text = target.path("expr").asString();
    String legend = target.path("legendFormat").asString("");
    return new Query(
        text,
        Selector.in(text),
        LABEL.matcher(legend).results().map(label -> label.group(1)).toList());
  }
}
