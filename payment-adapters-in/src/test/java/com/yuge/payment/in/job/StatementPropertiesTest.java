package com.yuge.payment.in.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.statement.StatementSettings;
import com.yuge.payment.in.ConfigurationErrors;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StatementPropertiesTest {
  @EnableConfigurationProperties(StatementProperties.class)
  static class Bound {}

  @Test
  void byDefaultAChannelIsAskedEveryHalfHour() {
    StatementProperties usual = bind(Map.of());

    assertThat(usual.enabled()).isTrue();
    assertThat(usual.queries().enabled()).isTrue();
    assertThat(usual.pause()).isEqualTo(Duration.ofMillis(25));
    assertThat(usual.settings())
        .isEqualTo(
            new StatementSettings(
                Duration.ofMinutes(30),
                4,
                500,
                Duration.ofMinutes(5),
                10_000,
                4,
                Duration.ofHours(1),
                Duration.ofMinutes(2)));
  }

  @Test
  void queriesAreSetBesideTheRest() {
    StatementProperties changed =
        bind(
            Map.of(
                "payment.statements.queries.most", "2", "payment.statements.queries.pause", "3m"));

    assertThat(changed.settings().queries()).isEqualTo(2);
    assertThat(changed.settings().queryPause()).isEqualTo(Duration.ofMinutes(3));
    assertThat(changed.queries().workers()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "scan-interval=99ms, scanInterval",
    "scan-interval=61m, scanInterval",
    "retry=99ms, retry",
    "retry=13h, retry",
    "attempts=0, attempts",
    "attempts=101, attempts",
    "chunk=0, chunk",
    "chunk=10001, chunk",
    "pause=-1ms, pause",
    "pause=11s, pause",
    "most-discrepancies=0, mostDiscrepancies",
    "most-discrepancies=1000001, mostDiscrepancies",
    "hold=9s, hold",
    "hold=61m, hold",
    "queries.scan-interval=99ms, queries.scanInterval",
    "queries.scan-interval=61m, queries.scanInterval",
    "queries.batch-size=0, queries.batchSize",
    "queries.batch-size=1001, queries.batchSize",
    "queries.workers=0, queries.workers",
    "queries.workers=257, queries.workers",
    "queries.most=0, queries.most",
    "queries.most=11, queries.most",
    "queries.pause=99ms, queries.pause",
    "queries.pause=25h, queries.pause",
    "queries.hold=9s, queries.hold",
    "queries.hold=61m, queries.hold"
  })
  void everySettingIsBounded(String setting, String field) {
    assertThat(ConfigurationErrors.fields(Bound.class, "payment.statements." + setting))
        .containsExactly(field);
  }

  private static StatementProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(new HashMap<>(settings)))
        .bindOrCreate("payment.statements", StatementProperties.class);
  }
}
