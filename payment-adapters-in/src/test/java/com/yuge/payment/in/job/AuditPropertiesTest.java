package com.yuge.payment.in.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.ConfigurationErrors;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AuditPropertiesTest {
  @EnableConfigurationProperties(AuditProperties.class)
  static class Bound {}

  @Test
  void byDefaultEachDayIsAuditedAtThreeInTheMorning() {
    AuditProperties usual =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("payment.audit", AuditProperties.class);

    assertThat(usual.enabled()).isTrue();
    assertThat(usual.at()).isEqualTo(LocalTime.of(3, 0));
    assertThat(usual.workers()).as("one chunk at a time").isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "after-midnight=-1s, afterMidnight",
    "after-midnight=24h, afterMidnight",
    "scan-interval=99ms, scanInterval",
    "scan-interval=61m, scanInterval",
    "chunk=0, chunk",
    "chunk=5001, chunk",
    "pause=-1ms, pause",
    "pause=11s, pause",
    "recheck-after=11s, recheckAfter",
    "time-limit=59s, timeLimit",
    "time-limit=13h, timeLimit",
    "hold=59s, hold",
    "hold=61m, hold"
  })
  void everySettingIsBounded(String setting, String field) {
    assertThat(ConfigurationErrors.fields(Bound.class, "payment.audit." + setting))
        .containsExactly(field);
  }
}
