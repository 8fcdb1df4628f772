package com.yuge.payment.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.refund.LateRefunds;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LateRefundPropertiesTest {
  private static LateRefunds bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("payment.refund.late", LateRefundProperties.class)
        .late();
  }

  @Test
  void lateMoneyGoesBackAfterTenMinutesWhateverItIs() {
    assertThat(bound(Map.of())).isEqualTo(new LateRefunds(true, Duration.ofMinutes(10), null));
  }

  @Test
  void orOnlyUpToAnAmountAndAtOnce() {
    Money most = Money.cny(new BigDecimal("100.00"));

    assertThat(
            bound(
                Map.of(
                    "payment.refund.late.max-amount", "100",
                    "payment.refund.late.delay", "0")))
        .isEqualTo(new LateRefunds(true, Duration.ZERO, most));
  }

  @Test
  void orNotAtAll() {
    assertThat(bound(Map.of("payment.refund.late.auto", "false")).auto()).isFalse();
  }
}
