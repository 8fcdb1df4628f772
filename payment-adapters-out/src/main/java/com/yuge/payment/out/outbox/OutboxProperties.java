package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.shared.LongestTransaction;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * How the relay works. The defaults suit a broker a few milliseconds away.
 *
 * @param lease how long a partition stays with an instance that has died. An instance that stalls
 *     for up to half of it keeps its partitions, so half of it is longer than a garbage collection
 * @param sendTimeout how long the broker may take for a batch
 * @param batchSize events in one batch; above 200, the broker's flush no longer determines the time
 * @param batchBytes bytes of payload in one batch, well under the broker's limit of 4 MiB
 * @param workers batches sent at the same time, at most one for each partition
 * @param maxAttempts how often the broker may refuse an event before its aggregate waits for an
 *     operator; enough to rule out an accident
 * @param maxBlocked aggregates that may wait for an operator; beyond this number, the broker itself
 *     is at fault. It also limits the cost of reading, which skips these aggregates
 * @param replayRate events published again per second by each instance; few compared to the usual
 *     load of consumers
 * @param pollMin pause between two polls for events of other instances, while these write
 * @param pollMax longest pause between two polls, after a time without events; it determines the
 *     cost of an idle relay, and how long an event waits at most without a signal or hint
 * @param backoffMin first pause after trouble with the broker or the database
 * @param backoffMax longest pause of one partition after such trouble; while a broker or the
 *     database is unavailable, each instance tries it twice a second or more
 * @param relay whether this instance publishes
 */
@Validated
@ConfigurationProperties("payment.outbox")
public record OutboxProperties(
    @DefaultValue("3s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration lease,
    @DefaultValue("3s") @DurationMin(millis = 100) @DurationMax(minutes = 1) Duration sendTimeout,
    @DefaultValue("200") @Min(1) @Max(1000) int batchSize,
    @DefaultValue("1048576") @Min(1024) @Max(1_048_576) int batchBytes,
    @DefaultValue("16") @Min(1) @Max(64) int workers,
    @DefaultValue("3") @Min(1) @Max(100) int maxAttempts,
    @DefaultValue("1000") @Min(1) @Max(10_000) int maxBlocked,
    @DefaultValue("200") @Min(1) @Max(100_000) int replayRate,
    @DefaultValue("20ms") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration pollMin,
    @DefaultValue("2s") @DurationMax(hours = 1) Duration pollMax,
    @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration backoffMin,
    @DefaultValue("10s") @DurationMax(hours = 1) Duration backoffMax,
    @DefaultValue Relay relay)
    implements Validator {

  /**
   * Whether this instance publishes. If it does not, it only appends events, and others publish.
   *
   * @param enabled whether this instance publishes
   */
  public record Relay(@DefaultValue("true") boolean enabled) {}

  @Override
  public boolean supports(Class<?> type) {
    return type == OutboxProperties.class;
  }

  /** Checks pairs of settings; a setting that is invalid itself is not compared. */
  @Override
  public void validate(Object self, Errors errors) {
    if (!errors.hasFieldErrors("pollMin") && pollMax.compareTo(pollMin) < 0) {
      errors.rejectValue("pollMax", "order", "must be at least poll-min");
    }
    if (!errors.hasFieldErrors("backoffMin") && backoffMax.compareTo(backoffMin) < 0) {
      errors.rejectValue("backoffMax", "order", "must be at least backoff-min");
    }
  }

  RelaySettings settings(LongestTransaction longest) {
    return new RelaySettings(
        lease,
        sendTimeout,
        batchSize,
        batchBytes,
        maxAttempts,
        maxBlocked,
        replayRate,
        pollMin,
        pollMax,
        backoffMin,
        backoffMax,
        longest.time());
  }
}
