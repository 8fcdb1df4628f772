package com.yuge.payment.out.redis;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * Redis, which may be unavailable.
 *
 * @param uri redis://host:port, or rediss://host:port for TLS
 * @param timeout limit for each step of a call: to get a free connection, to connect, to get an
 *     answer
 * @param pause how long calls to Redis stop after a failure
 * @param finalOrderTtl how long a copy of a final order lives
 * @param callbackTtl how long a callback is remembered
 * @param hintChannel channel on which instances announce commits; one name for each database
 */
@Validated
@ConfigurationProperties("payment.redis")
public record RedisProperties(
    RedisUri uri,
    @DefaultValue("50ms") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration timeout,
    @DefaultValue("1s")
        @DurationMin(message = "must be 0 to 1m")
        @DurationMax(minutes = 1, message = "must be 0 to 1m")
        Duration pause,
    @DefaultValue("60s") @DurationMin(millis = 1) @DurationMax(days = 1) Duration finalOrderTtl,
    @DefaultValue("24h") @DurationMin(millis = 1) @DurationMax(days = 30) Duration callbackTtl,
    @DefaultValue("payment:outbox:hints")
        @Pattern(regexp = "[\\w:.-]{1,100}", message = "must be 1 to 100 of A-Z a-z 0-9 _ : . -")
        String hintChannel)
    implements Validator {
  @Override
  public boolean supports(Class<?> type) {
    return type == RedisProperties.class;
  }

  /** Checks rules that annotations cannot express. */
  @Override
  public void validate(Object self, Errors errors) {
    if (uri == null || !uri.isRedis()) {
      errors.rejectValue("uri", "uri", "must be redis://host:port or rediss://host:port");
    }
  }

  /** Returns the address, including a password if it has one: not for logs. */
  public URI address() {
    return uri.address();
  }
}
