package com.yuge.payment.in.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.ConfigurationErrors;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReconcilePropertiesTest {
  @EnableConfigurationProperties(ReconcileProperties.class)
  static class Bound {}

  private static final String AFTER_END = "payment.reconcile.after-end";

  @Test
  void anOrderIsAskedAboutThriceAfterItsEnd() {
    assertThat(bind(Map.of()).afterEnd())
        .containsExactly(Duration.ofHours(1), Duration.ofHours(24), Duration.ofHours(72));
  }

  @Test
  void orNever() {
    assertThat(bind(Map.of(AFTER_END, "")).afterEnd()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"59s", "1h,1h", "24h,1h", "31d", "1m,2m,3m,4m,5m,6m,7m,8m,9m,10m,11m"})
  void timesAscendAndAreBounded(String times) {
    assertThat(refused(AFTER_END + "=" + times)).containsExactly("afterEnd");
  }

  @Test
  void aPauseIsNotShorterThanTheFirst() {
    assertThat(refused("payment.reconcile.backoff-max=4m")).containsExactly("backoffMax");
    assertThat(refused("payment.reconcile.backoff-max=5m")).isEmpty();
  }

  private static List<String> refused(String... settings) {
    return ConfigurationErrors.fields(Bound.class, settings);
  }

  @ParameterizedTest
  @CsvSource({"60, PT60S", "300, PT5M", "200ms, PT0.2S", "5m, PT5M"})
  void aPlainNumberIsAScanIntervalInSeconds(String configured, Duration pause) {
    assertThat(bind(Map.of("payment.reconcile.scan-interval", configured)).scanInterval())
        .isEqualTo(pause);
  }

  private static ReconcileProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(new HashMap<>(settings)))
        .bindOrCreate("payment.reconcile", ReconcileProperties.class);
  }
}
