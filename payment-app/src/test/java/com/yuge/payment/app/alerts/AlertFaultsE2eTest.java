package com.yuge.payment.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.alerts.Fault.Cure;
import com.yuge.payment.app.alerts.Fault.Effect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An alert whose query names no series of the service would never fire. */
@Tag("slow")
class AlertFaultsE2eTest {
  private static final Rules RULES = Rules.read();

  private static AlertedService service;

  @BeforeAll
  static void start() {
    service = AlertedService.start("payment_alerts");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static Stream<Fault> faults() {
    return Stream.of(
            OutboxFaults.ALL,
            MoneyFaults.ALL,
            AuditFaults.ALL,
            StatementFaults.ALL,
            ServerFaults.ALL)
        .flatMap(List::stream);
  }

  @Test
  void everyAlertHasAFault() {
    assertThat(faults().flatMap(fault -> fault.effects().stream()).map(Effect::alert))
        .containsExactlyInAnyOrderElementsOf(
            RULES.alerts().stream().map(Rules.Alert::name).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void everyMetricOfItsAlertsMoves(Fault fault) throws Exception {
    Scrape before = service.scrape();
    fault.effects().forEach(effect -> assertKnown(effect, before));

    Cure cure = fault.cause().begin(service);
    try {
      await()
          .atMost(AlertedService.SOON)
          .untilAsserted(
              () -> {
                Scrape now = service.scrape();
                fault.effects().forEach(effect -> assertMoved(effect, before, now));
              });
    } finally {
      cure.end();
    }
  }

  private static void assertKnown(Effect effect, Scrape healthy) {
    assertThat(selectors(effect))
        .as(effect.alert())
        .isNotEmpty()
        .allMatch(selector -> selector.isKnownTo(healthy));
  }

  private static void assertMoved(Effect effect, Scrape before, Scrape now) {
    assertThat(selectors(effect))
        .allSatisfy(
            selector ->
                assertThat(
                        effect
                            .of(selector)
                            .happened(selector.valueIn(before), selector.valueIn(now)))
                    .as("%s %s", selector, effect.of(selector))
                    .isTrue());
  }

  private static List<Selector> selectors(Effect effect) {
    return RULES.alert(effect.alert()).selectors();
  }
}
