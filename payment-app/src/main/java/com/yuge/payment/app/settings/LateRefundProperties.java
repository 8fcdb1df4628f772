package com.yuge.payment.app.settings;

import com.yuge.payment.domain.refund.LateRefunds;
import com.yuge.payment.domain.shared.Money;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether the service by itself refunds money that came after its order had ended.
 *
 * @param auto whether the service gives it back; otherwise an operator does
 * @param delay how long an operator can cancel the refund
 * @param maxAmount larger payments wait for an operator; by default there is no limit
 */
@Validated
@ConfigurationProperties("payment.refund.late")
public record LateRefundProperties(
    @DefaultValue("true") boolean auto,
    @DefaultValue("10m") @DurationMin @DurationMax(hours = 12) Duration delay,
    @DecimalMin("0.01") @Digits(integer = 10, fraction = 2) @Nullable BigDecimal maxAmount) {
  public LateRefunds late() {
    return new LateRefunds(auto, delay, maxAmount == null ? null : Money.cny(maxAmount));
  }
}
