package com.yuge.payment.in.ops;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for the report on money that needs a person.
 *
 * @param watchInterval pause between two reads for metrics, health and the log
 * @param overdueAfter how long past its expiry an order that is still PAYING is overdue
 */
@Validated
@ConfigurationProperties("payment.money")
public record MoneyWatchProperties(
    @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration watchInterval,
    @DefaultValue("1h") @DurationMin(minutes = 1) @DurationMax(days = 30) Duration overdueAfter) {}
