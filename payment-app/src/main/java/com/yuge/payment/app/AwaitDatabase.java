package com.yuge.payment.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Waits for the database before any bean is made: so a signal still ends the start at once, and a
 * failure has no names of beans round it.
 *
 * <p>Any error of the database is waited for, a wrong password and an unknown schema too: where the
 * database is set up beside the service, both are made a moment after it begins to answer.
 */
public final class AwaitDatabase implements ApplicationListener<ApplicationPreparedEvent> {
  private static final Logger log = LoggerFactory.getLogger(AwaitDatabase.class);

  /** For a login, and again for each answer after it. */
  private static final Duration ATTEMPT = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent event) {
    if (!endsOnRefresh()) {
      await(event.getApplicationContext().getEnvironment());
    }
  }

  /** Spring's own flag for a run that only archives its classes; such a run needs no server. */
  private static boolean endsOnRefresh() {
    String exit = SpringProperties.getProperty(DefaultLifecycleProcessor.EXIT_PROPERTY_NAME);
    return DefaultLifecycleProcessor.ON_REFRESH_VALUE.equals(exit);
  }

  /** Throws {@link StartupException} when it has not answered in time; the settings are checked. */
  public static void await(ConfigurableEnvironment environment) {
    Binder settings = Binder.get(environment);
    DataSourceProperties database =
        settings.bindOrCreate("spring.datasource", DataSourceProperties.class);
    Duration wait = settings.bindOrCreate("payment.start", StartProperties.class).databaseWait();
    String address = DatabaseRules.address(database.getUrl());
    // Of every connection of this process: Flyway's own have no other bound on their login.
    DriverManager.setLoginTimeout(Math.toIntExact(ATTEMPT.toSeconds()));
    RetryTemplate attempts = new RetryTemplate(policy(wait));
    attempts.setRetryListener(new LogAttempts(address));
    try {
      attempts.execute(() -> connect(database));
    } catch (RetryException e) {
      throw refused(address, wait, e.getLastException());
    }
  }

  private static RetryPolicy policy(Duration wait) {
    return RetryPolicy.builder()
        .includes(SQLException.class)
        .maxRetries(Long.MAX_VALUE)
        .delay(PAUSE)
        .timeout(wait)
        .build();
  }

  private static boolean connect(DataSourceProperties database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", Objects.requireNonNull(database.getUsername()));
    properties.setProperty("password", Objects.requireNonNull(database.getPassword()));
    String url = Objects.requireNonNull(database.getUrl());
    properties.setProperty("socketTimeout", String.valueOf(ATTEMPT.toMillis()));
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      return connection.isValid(Math.toIntExact(ATTEMPT.toSeconds()));
    }
  }

  private static StartupException refused(String address, Duration wait, Throwable last) {
    return new StartupException(
        "The database %s did not answer within %s s (payment.start.wait). Nothing was started.%n"
                .formatted(address, wait.toMillis() / 1000.0)
            + "Its last answer: "
            + reason(last),
        "Start it, or correct spring.datasource.url, .username and .password.");
  }

  /** In a line: the driver's own text says more of packets than of the reason. */
  private static String reason(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.replaceAll("\\s+", " ");
  }

  /** One line for each attempt that failed. */
  private record LogAttempts(String address) implements RetryListener {
    @Override
    public void onRetryableExecution(RetryPolicy policy, Retryable<?> attempt, RetryState state) {
      if (!state.isSuccessful()) {
        log.warn("Waiting for the database {}: {}", address, reason(state.getLastException()));
      }
    }
  }
}
