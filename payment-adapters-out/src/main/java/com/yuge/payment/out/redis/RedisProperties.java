package com.yuge.payment.out.redis;

import com.yuge.payment.out.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * Redis, which may be unavailable.
 *
 * @param uri redis://host:port, or rediss://host:port for TLS; with Sentinels, its user, password,
 *     database and TLS are used, and its host and port are not
 * @param sentinel the Sentinels, if they decide who is the master
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
    @Nullable @Valid Sentinel sentinel,
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
  /**
   * The Sentinels, which know where the master is. They have TLS if the uri is rediss.
   *
   * @param master name of the master, as the Sentinels have it
   * @param nodes addresses host:port of the Sentinels, separated by commas
   * @param username user of the Sentinels' own ACL, if they have one
   * @param password password of the Sentinels, if they ask for one
   */
  public record Sentinel(
      @NotNull(message = "must be set: sentinel.master and sentinel.nodes belong together")
          @Pattern(regexp = "[\\w.-]{1,100}", message = "must be 1 to 100 of A-Z a-z 0-9 _ . -")
          String master,
      @NotEmpty(message = "must be set: sentinel.master and sentinel.nodes belong together")
          @Size(max = 20)
          List<
                  @Pattern(
                      regexp = "[^\\s,/@]+:\\d{1,5}",
                      message = "must be host:port, several separated by commas")
                  String>
              nodes,
      @Nullable String username,
      @Nullable Secret password) {}

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
    if (sentinel != null && sentinel.username() != null && sentinel.password() == null) {
      errors.rejectValue(
          "sentinel.password", "password", "must be set too, because sentinel.username is");
    }
  }

  /** Returns the address, including a password if it has one: not for logs. */
  public URI address() {
    return uri.address();
  }

  /** Returns the addresses host:port of the Sentinels; empty without Sentinels. */
  public List<String> sentinelNodes() {
    return sentinel == null ? List.of() : sentinel.nodes();
  }
}
