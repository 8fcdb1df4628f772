package com.yuge.payment.in.job;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * How the service reconciles orders that no callback has made final.
 *
 * @param enabled whether this instance reconciles such orders
 * @param scanInterval pause between two searches for due orders; a plain number is seconds
 * @param timeoutThresholdMinutes how long the service waits for a callback before it queries the
 *     channel
 * @param batchSize maximum number of orders claimed at once
 * @param workers orders checked at once; each may wait for its channel
 * @param hold how long a claimed order is reserved for this instance; longer than a check with all
 *     its calls. A check that a crash interrupted is repeated after this time
 * @param backoffMax longest pause between two checks of one order
 * @param afterEnd when to query the channel again after an order ended unpaid; empty for never
 */
@Validated
@ConfigurationProperties("payment.reconcile")
public record ReconcileProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("60")
        @DurationUnit(ChronoUnit.SECONDS)
        @DurationMin(millis = 100)
        @DurationMax(hours = 1)
        Duration scanInterval,
    @DefaultValue("5") @Min(1) @Max(1440) int timeoutThresholdMinutes,
    @DefaultValue("100") @Min(1) @Max(1000) int batchSize,
    @DefaultValue("16") @Min(1) @Max(256) int workers,
    @DefaultValue("2m") @DurationMin(seconds = 10) @DurationMax(hours = 1) Duration hold,
    @DefaultValue("30m") @DurationMax(days = 1) Duration backoffMax,
    @DefaultValue({"1h", "24h", "72h"}) List<Duration> afterEnd)
    implements PollingSettings, Validator {
  private static final int MOST_AFTER_END = 10;
  private static final Duration LONGEST_AFTER_END = Duration.ofDays(30);

  @Override
  public boolean supports(Class<?> type) {
    return type == ReconcileProperties.class;
  }

  /** Checks rules between settings. A setting that is invalid itself causes no second error. */
  @Override
  public void validate(Object self, Errors errors) {
    if (!errors.hasFieldErrors("timeoutThresholdMinutes")
        && backoffMax.compareTo(timeoutThreshold()) < 0) {
      errors.rejectValue("backoffMax", "order", "must be at least timeout-threshold-minutes");
    }
    if (!isAscending(afterEnd)) {
      errors.rejectValue("afterEnd", "order", "must ascend, from 1m to 30d, at most 10 of them");
    }
  }

  private static boolean isAscending(List<Duration> afterEnd) {
    Duration before = Duration.ofMinutes(1).minusNanos(1);
    for (Duration after : afterEnd) {
      if (after.compareTo(before) <= 0 || after.compareTo(LONGEST_AFTER_END) > 0) {
        return false;
      }
      before = after;
    }
    return afterEnd.size() <= MOST_AFTER_END;
  }

  public Duration timeoutThreshold() {
    return Duration.ofMinutes(timeoutThresholdMinutes);
  }
}
