package com.yuge.payment.app.settings;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Limits on Spring Boot's own settings. All must be set: Tomcat takes -1 as no limit. */
final class ServerBounds implements Validator {
  private static final String A_PORT = "must be 0 (any free one) to 65535";
  private static final String A_COUNT = "must be 1 to 100000";
  private static final String A_TIME = "must be 100ms to 5m";
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final List<Bound<?>> ALL =
      List.of(
          new Bound<>(ServerProperties.class, "port", 0, 65_535, A_PORT),
          new Bound<>(
              ServerProperties.class,
              "maxHttpRequestHeaderSize",
              DataSize.ofKilobytes(4),
              DataSize.ofKilobytes(64),
              "must be 4KB to 64KB"),
          new Bound<>(
              ManagementServerProperties.class, "port", -1, 65_535, A_PORT + ", or -1 (none)"),
          new Bound<>(TomcatServerProperties.class, "maxConnections", 1, 100_000, A_COUNT),
          new Bound<>(TomcatServerProperties.class, "acceptCount", 1, 100_000, A_COUNT),
          new Bound<>(TomcatServerProperties.class, "maxKeepAliveRequests", 1, 100_000, A_COUNT),
          new Bound<>(TomcatServerProperties.class, "connectionTimeout", SHORTEST, LONGEST, A_TIME),
          new Bound<>(TomcatServerProperties.class, "keepAliveTimeout", SHORTEST, LONGEST, A_TIME),
          new Bound<>(TomcatServerProperties.class, "threads.max", 1, 10_000, "must be 1 to 10000"),
          new Bound<>(HikariConfig.class, "maximumPoolSize", 2, 1000, "must be 2 to 1000"));

  private record Bound<T extends Comparable<T>>(
      Class<?> owner, String field, T least, T most, String rule) {
    @SuppressWarnings("unchecked") // The field has the type of its bounds.
    boolean allows(@Nullable Object value) {
      return value != null && least.compareTo((T) value) <= 0 && most.compareTo((T) value) >= 0;
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return ALL.stream().anyMatch(bound -> bound.owner() == type);
  }

  @Override
  public void validate(Object target, Errors errors) {
    ALL.stream()
        .filter(bound -> bound.owner().isInstance(target))
        .filter(bound -> !bound.allows(errors.getFieldValue(bound.field())))
        .forEach(bound -> errors.rejectValue(bound.field(), "bound", bound.rule()));
  }
}
