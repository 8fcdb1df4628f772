package com.yuge.payment.in.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.ConfigurationErrors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RefundPropertiesTest {
  @EnableConfigurationProperties(RefundProperties.class)
  static class Bound {}

  @Test
  void aRefundIsSearchedForEveryFewSeconds() {
    RefundProperties usual =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("payment.refund", RefundProperties.class);

    assertThat(usual)
        .isEqualTo(
            new RefundProperties(true, Duration.ofSeconds(5), 100, 8, Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "scan-interval=99ms, scanInterval",
    "scan-interval=61m, scanInterval",
    "batch-size=0, batchSize",
    "batch-size=1001, batchSize",
    "workers=0, workers",
    "workers=257, workers",
    "hold=9s, hold",
    "hold=61m, hold"
  })
  void everySettingIsBounded(String setting, String field) {
    assertThat(ConfigurationErrors.fields(Bound.class, "payment.refund." + setting))
        .containsExactly(field);
  }
}
