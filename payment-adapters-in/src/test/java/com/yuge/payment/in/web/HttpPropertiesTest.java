package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpPropertiesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void theBoundsThemselvesAreTaken() {
    assertThatCode(() -> new HttpProperties(10, Duration.ofMillis(100))).doesNotThrowAnyException();
    assertThatCode(() -> new HttpProperties(1000, Duration.ofMinutes(5)))
        .doesNotThrowAnyException();
  }

  @Test
  void headersAreBounded() {
    assertThatThrownBy(() -> new HttpProperties(9, SECOND)).hasMessageContaining("max-headers");
    assertThatThrownBy(() -> new HttpProperties(1001, SECOND)).hasMessageContaining("max-headers");
  }

  @Test
  void theTimeForARequestToComeIsBounded() {
    assertThatThrownBy(() -> new HttpProperties(100, Duration.ofMillis(99)))
        .hasMessageContaining("receive-timeout");
    assertThatThrownBy(() -> new HttpProperties(100, Duration.ofMinutes(5).plusNanos(1)))
        .hasMessageContaining("receive-timeout");
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() {
    assertThatThrownBy(() -> new HttpProperties(0, Duration.ZERO))
        .hasMessageContainingAll("max-headers", "receive-timeout");
  }
}
