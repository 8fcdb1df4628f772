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
 * Bounds on a request that Spring Boot has no settings for, on both ports.
 *
 * @param maxHeaders how many headers a request may have
 * @param receiveTimeout how long a body may take, all in all, however it trickles
 */
@Validated
@ConfigurationProperties("payment.http")
public record HttpProperties(
    @DefaultValue("100") @Min(10) @Max(1000) int maxHeaders,
    @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration receiveTimeout) {}
