package com.yuge.payment.in.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a new order must name. The limits themselves are set by operators.
 *
 * @param merchantRequired whether a new order must name its merchant
 * @param userRequired whether a new order must name its user
 */
@ConfigurationProperties("payment.limits")
public record LimitProperties(
    @DefaultValue("false") boolean merchantRequired, @DefaultValue("false") boolean userRequired) {}
