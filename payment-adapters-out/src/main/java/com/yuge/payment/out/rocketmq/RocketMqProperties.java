package com.yuge.payment.out.rocketmq;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The broker.
 *
 * @param nameServer addresses host:port of name servers, separated by semicolons
 * @param topic topic of the events; must exist
 * @param slaveNotAvailableIsSent whether a batch counts as published if the master stored it while
 *     its replica was away; if not, everything is sent again until the replica is back
 */
@Validated
@ConfigurationProperties("payment.rocketmq")
public record RocketMqProperties(
    @NotNull
        @Pattern(
            regexp = "[^\\s;]+:\\d{1,5}(;[^\\s;]+:\\d{1,5})*",
            message = "must be host:port, several separated by semicolons")
        String nameServer,
    @DefaultValue("PAYMENT_TOPIC")
        @Pattern(
            regexp = "[%|a-zA-Z0-9_-]{1,127}",
            message = "must be 1 to 127 of A-Z a-z 0-9 _ - % |")
        String topic,
    @DefaultValue("true") boolean slaveNotAvailableIsSent) {}
