package com.yuge.payment.in.rest;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers are told things.
 *
 * @param timeZone the zone of the local times in JSON
 */
@ConfigurationProperties("payment")
public record RestProperties(@DefaultValue("Asia/Shanghai") ZoneId timeZone) {}
