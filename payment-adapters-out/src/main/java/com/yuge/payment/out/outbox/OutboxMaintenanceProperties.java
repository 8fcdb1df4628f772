package com.yuge.payment.out.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long published events stay in the log, and how often waiting events are counted.
 *
 * @param retention how long a published event can be replayed: over a long weekend
 * @param retentionChunk events removed in one transaction; few, so that no other transaction waits
 * @param retentionPause pause between two such transactions; it allows 5,000 events a second, more
 *     than are written
 * @param retentionInterval pause between two rounds through the log
 * @param watchInterval pause between two counts for metrics and health: four statements each
 * @param countLimit limit for the count of waiting events; a larger number is not counted exactly
 */
@Validated
@ConfigurationProperties("payment.outbox")
public record OutboxMaintenanceProperties(
    @DefaultValue("7d") @DurationMin(hours = 1) @DurationMax(days = 3650) Duration retention,
    @DefaultValue("1000") @Min(1) @Max(10_000) int retentionChunk,
    @DefaultValue("200ms") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration retentionPause,
    @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration retentionInterval,
    @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration watchInterval,
    @DefaultValue("10000") @Min(1) @Max(1_000_000) int countLimit) {}
