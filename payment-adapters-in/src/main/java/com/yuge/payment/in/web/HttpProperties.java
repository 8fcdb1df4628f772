package com.yuge.payment.in.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on a request that Spring Boot has no settings for, on both ports, and the drain.
 *
 * @param maxHeaders maximum number of headers in a request
 * @param receiveTimeout maximum total time to receive a body, even if data keeps arriving slowly
 * @param drainTime how long a stopping service still answers all requests, while callers go
 *     elsewhere; with 0s it stops as Spring Boot does
 */
@Validated
@ConfigurationProperties("payment.http")
public record HttpProperties(
    @DefaultValue("100") @Min(10) @Max(1000) int maxHeaders,
    @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration receiveTimeout,
    @DefaultValue("8s") @DurationMin(millis = 0) @DurationMax(minutes = 1) Duration drainTime) {}
