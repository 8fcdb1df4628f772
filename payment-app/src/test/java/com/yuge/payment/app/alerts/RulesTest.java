package com.yuge.payment.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whom an alert wakes finds what to do, and promtool has seen the alert both fire and not fire. */
class RulesTest {
  private static final Path TESTS = Path.of("src/deploy/prometheus/tests");
  private static final String BEGIN = "### Alerts";
  private static final String END = "### The log";
  private static final String HEADING = "#### ";

  private final List<Rules.Alert> alerts = Rules.read().alerts();
  private final List<String> names = alerts.stream().map(Rules.Alert::name).toList();

  @Test
  void everyAlertHasARunbookInTheReadmeAndEveryRunbookAnAlert() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("README.md"));

    assertThat(lines.subList(lines.indexOf(BEGIN), lines.indexOf(END)))
        .filteredOn(line -> line.startsWith(HEADING))
        .extracting(heading -> heading.substring(HEADING.length()))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  /** A heading's anchor is its text in lower case. */
  @Test
  void everyAlertNamesItsRunbook() {
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(alert.runbook())
                    .isEqualTo("payment-app/README.md#" + alert.name().toLowerCase(Locale.ROOT)));
  }

  @Test
  void everyAlertFiresInATestForPromtoolAndDoesNotInAnother() throws IOException {
    List<JsonNode> cases = cases();

    assertThat(cases.stream().filter(one -> one.has("exp_alerts")).map(RulesTest::alert))
        .containsAll(names);
    assertThat(cases.stream().filter(one -> !one.has("exp_alerts")).map(RulesTest::alert))
        .containsAll(names);
  }

  private static List<JsonNode> cases() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      return files
          .map(YAMLMapper.builder().build()::readTree)
          .flatMap(file -> file.path("tests").valueStream())
          .flatMap(test -> test.path("alert_rule_test").valueStream())
          .toList();
    }
  }

  private static String alert(JsonNode one) {
    return one.path("alertname").asString();
  }
}
