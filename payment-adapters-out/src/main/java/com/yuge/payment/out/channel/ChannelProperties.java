package com.yuge.payment.out.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a channel that fails is left alone for a while.
 *
 * @param breakerCalls of how many last calls, at least half of which there must have been
 * @param breakerFailures how many percent of them failed
 * @param breakerPause how long a channel is left alone before it is tried again
 */
@Validated
@ConfigurationProperties("payment.channel")
public record ChannelProperties(
    @DefaultValue("20") @Min(2) @Max(1000) int breakerCalls,
    @DefaultValue("50") @Min(1) @Max(100) int breakerFailures,
    @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(minutes = 10)
        Duration breakerPause) {}
