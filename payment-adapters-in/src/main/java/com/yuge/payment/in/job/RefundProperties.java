package com.yuge.payment.in.job;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service calls channels about refunds until they are decided.
 *
 * @param enabled whether this instance does so
 * @param scanInterval pause between two searches for refunds whose call is due
 * @param batchSize maximum number of refunds claimed at once
 * @param workers refunds worked on at once; each may wait for its channel
 * @param hold how long a claimed refund is reserved for this instance; longer than a step with its
 *     call. A step that a crash interrupted is repeated after this time
 */
@Validated
@ConfigurationProperties("payment.refund")
public record RefundProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(hours = 1) Duration scanInterval,
    @DefaultValue("100") @Min(1) @Max(1000) int batchSize,
    @DefaultValue("8") @Min(1) @Max(256) int workers,
    @DefaultValue("1m") @DurationMin(seconds = 10) @DurationMax(hours = 1) Duration hold)
    implements PollingSettings {}
