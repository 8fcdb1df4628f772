package com.yuge.payment.in.job;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service audits the data of each day.
 *
 * @param enabled whether this instance audits; one instance at a time does
 * @param afterMidnight when the audit of the day before begins, in the shop's time zone
 * @param scanInterval pause between two searches for a due audit
 * @param chunk maximum number of rows that one statement reads, each with what belongs to it
 * @param pause pause between two chunks; with 500 rows and 100 ms, at most 5,000 rows a second
 * @param recheckAfter pause before rows that break a rule are read again; longer than a payment
 *     usually takes to be stored
 * @param timeLimit time after which the rest of a day is given up, and a violation reports this
 * @param hold how long a claimed audit is reserved for this instance. After a crash the audit goes
 *     on when this time is over
 */
@Validated
@ConfigurationProperties("payment.audit")
public record AuditProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("3h") @DurationMin @DurationMax(hours = 23) Duration afterMidnight,
    @DefaultValue("1m") @DurationMin(millis = 100) @DurationMax(hours = 1) Duration scanInterval,
    @DefaultValue("500") @Min(1) @Max(5000) int chunk,
    @DefaultValue("100ms") @DurationMin @DurationMax(seconds = 10) Duration pause,
    @DefaultValue("2s") @DurationMin @DurationMax(seconds = 10) Duration recheckAfter,
    @DefaultValue("4h") @DurationMin(minutes = 1) @DurationMax(hours = 12) Duration timeLimit,
    @DefaultValue("2m") @DurationMin(minutes = 1) @DurationMax(hours = 1) Duration hold)
    implements PollingSettings {
  public LocalTime at() {
    return LocalTime.MIDNIGHT.plus(afterMidnight);
  }

  @Override
  public int batchSize() {
    return 1;
  }

  @Override
  public int workers() {
    return 1;
  }
}
