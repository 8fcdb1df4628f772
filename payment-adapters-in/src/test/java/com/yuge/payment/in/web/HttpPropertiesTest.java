package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.ConfigurationErrors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class HttpPropertiesTest {
  @EnableConfigurationProperties(HttpProperties.class)
  static class Bound {}

  private static List<String> refused(String... settings) {
    return ConfigurationErrors.fields(Bound.class, settings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment.http.max-headers=10",
        "payment.http.max-headers=1000",
        "payment.http.receive-timeout=100ms",
        "payment.http.receive-timeout=5m"
      })
  void theBoundsThemselvesAreTaken(String setting) {
    assertThat(refused(setting)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "payment.http.max-headers=9, maxHeaders",
    "payment.http.max-headers=1001, maxHeaders",
    "payment.http.receive-timeout=99ms, receiveTimeout",
    "payment.http.receive-timeout=300001ms, receiveTimeout"
  })
  void beyondThemNothingIs(String setting, String field) {
    assertThat(refused(setting)).containsExactly(field);
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() {
    assertThat(refused("payment.http.max-headers=0", "payment.http.receive-timeout=0"))
        .containsExactlyInAnyOrder("maxHeaders", "receiveTimeout");
  }
}
