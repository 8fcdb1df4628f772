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
 * When calls to a failing channel stop for a while.
 *
 * @param breakerCalls number of latest calls that count; at least half of them must have been made
 * @param breakerFailures percentage of failed calls that stops the calls
 * @param breakerPause how long calls stop before the channel is tried again
 */
@Validated
@ConfigurationProperties("payment.channel")
public record ChannelProperties(
    @DefaultValue("20") @Min(2) @Max(1000) int breakerCalls,
    @DefaultValue("50") @Min(1) @Max(100) int breakerFailures,
    @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(minutes = 10)
        Duration breakerPause) {}
