package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.retention.AgedRecords.Kind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long records of what happened are kept.
 *
 * @param callbackLog how long callbacks are kept; covers half a year of questions about a payment
 * @param refusedCallbacks how long refused callbacks are kept; one flood may bring many of them
 * @param reconcileAudit how long steps on orders are kept; as long as merchants and channels may
 *     dispute
 * @param outboxAudit how long operators' actions on the outbox are kept
 * @param limitAudit how long operators' changes of limits are kept
 * @param limitUses how long the use of a day's limits is kept; longer than any order can be paid,
 *     so that the day's orders have expired
 * @param statementLines how long lines of statements are kept; a day is compared with the
 *     statements of other days, too, up to 33 days later
 * @param statementFiles how long files of statements are kept
 * @param statementAudit how long operators' requests to fetch a statement again are kept
 * @param discrepancies how long a resolved discrepancy and its history are kept; longer than
 *     channels serve a statement, because a statement that is fetched again would otherwise open it
 *     as a new discrepancy
 * @param chunk records removed by one statement; few, so that no other transaction waits
 * @param pause pause between two such statements; it allows 5,000 records a second, more than are
 *     written
 * @param interval pause between two rounds
 */
@Validated
@ConfigurationProperties("payment.retention")
public record RetentionProperties(
    @DefaultValue("180d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration callbackLog,
    @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration refusedCallbacks,
    @DefaultValue("730d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration reconcileAudit,
    @DefaultValue("730d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration outboxAudit,
    @DefaultValue("730d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration limitAudit,
    @DefaultValue("32d") @DurationMin(days = 32) @DurationMax(days = 3650) Duration limitUses,
    @DefaultValue("35d") @DurationMin(days = 35) @DurationMax(days = 3650) Duration statementLines,
    @DefaultValue("190d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration statementFiles,
    @DefaultValue("730d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration statementAudit,
    @DefaultValue("730d") @DurationMin(days = 91) @DurationMax(days = 3650) Duration discrepancies,
    @DefaultValue("1000") @Min(1) @Max(10_000) int chunk,
    @DefaultValue("200ms") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration pause,
    @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration interval) {
  Map<Kind, Duration> byKind() {
    return Map.ofEntries(
        Map.entry(Kind.CALLBACK, callbackLog),
        Map.entry(Kind.REFUSED_CALLBACK, refusedCallbacks),
        Map.entry(Kind.STEP, reconcileAudit),
        Map.entry(Kind.OPERATOR_ACTION, outboxAudit),
        Map.entry(Kind.LIMIT_CHANGE, limitAudit),
        Map.entry(Kind.LIMIT_USE, limitUses),
        Map.entry(Kind.STATEMENT_LINE, statementLines),
        Map.entry(Kind.STATEMENT_FILE, statementFiles),
        Map.entry(Kind.STATEMENT_CHANGE, statementAudit),
        Map.entry(Kind.DISCREPANCY, discrepancies),
        Map.entry(Kind.DISCREPANCY_CHANGE, discrepancies));
  }
}
