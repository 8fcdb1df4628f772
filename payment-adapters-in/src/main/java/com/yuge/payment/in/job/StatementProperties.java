package com.yuge.payment.in.job;

import com.yuge.payment.domain.statement.StatementSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service fetches the channels' daily statements and matches them with its books.
 *
 * @param enabled whether this instance does so; one instance at a time works on a statement
 * @param scanInterval pause between two searches for statements that are due
 * @param retry pause between two attempts to fetch a statement that is not there, or to compare a
 *     day whose later statements are not there yet
 * @param attempts how many files of a statement are read before it counts as failed
 * @param chunk maximum number of lines or rows that one statement of SQL reads or writes
 * @param pause pause between two chunks, so that payers come first; with 500 lines and 25 ms, at
 *     most 20,000 lines a second
 * @param mostDiscrepancies a statement with more discrepancies than this counts as failed, because
 *     something is wrong as a whole
 * @param hold how long a claimed statement is reserved for this instance; work on it renews the
 *     hold. A step that a crash interrupted is repeated after this time
 * @param queries how channels are queried for discrepancies
 */
@Validated
@ConfigurationProperties("payment.statements")
public record StatementProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("1m") @DurationMin(millis = 100) @DurationMax(hours = 1) Duration scanInterval,
    @DefaultValue("30m") @DurationMin(millis = 100) @DurationMax(hours = 12) Duration retry,
    @DefaultValue("4") @Min(1) @Max(100) int attempts,
    @DefaultValue("500") @Min(1) @Max(10000) int chunk,
    @DefaultValue("25ms") @DurationMin @DurationMax(seconds = 10) Duration pause,
    @DefaultValue("10000") @Min(1) @Max(1000000) int mostDiscrepancies,
    @DefaultValue("5m") @DurationMin(seconds = 10) @DurationMax(hours = 1) Duration hold,
    @Valid @DefaultValue Queries queries)
    implements PollingSettings {
  /**
   * How channels are queried for discrepancies.
   *
   * @param enabled whether this instance does so
   * @param scanInterval pause between two searches for discrepancies whose query is due
   * @param batchSize maximum number of discrepancies claimed at once
   * @param workers queries at once; each may wait for its channel
   * @param most maximum number of queries for one discrepancy
   * @param pause pause after the first query; it doubles after each further one
   * @param hold how long a claimed discrepancy is reserved for this instance; longer than the query
   */
  public record Queries(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(hours = 1) Duration scanInterval,
      @DefaultValue("100") @Min(1) @Max(1000) int batchSize,
      @DefaultValue("4") @Min(1) @Max(256) int workers,
      @DefaultValue("4") @Min(1) @Max(10) int most,
      @DefaultValue("1h") @DurationMin(millis = 100) @DurationMax(days = 1) Duration pause,
      @DefaultValue("2m") @DurationMin(seconds = 10) @DurationMax(hours = 1) Duration hold)
      implements PollingSettings {}

  public StatementSettings settings() {
    return new StatementSettings(
        retry,
        attempts,
        chunk,
        hold,
        mostDiscrepancies,
        queries.most(),
        queries.pause(),
        queries.hold());
  }

  /** One merchant's statements of one day: a channel usually writes no more. */
  @Override
  public int batchSize() {
    return 2;
  }

  @Override
  public int workers() {
    return 2;
  }
}
