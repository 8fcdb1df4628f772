package com.yuge.payment.app;

import com.yuge.payment.app.settings.DatabaseRules;
import com.yuge.payment.app.settings.StartProperties;
import com.yuge.payment.app.settings.StartupException;
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
 * Waits for the database before any bean is created. A signal can then end the start at once, and a
 * failure is not wrapped in messages about beans.
 *
 * <p>Every database error is retried, including a wrong password and an unknown schema: if the
 * database is set up at the same time as the service, both appear shortly after the database
 * responds.
 */
public final class AwaitDatabase implements ApplicationListener<ApplicationPreparedEvent> {
  private static final Logger log = LoggerFactory.getLogger(AwaitDatabase.class);

  /** The timeout of a login, and of each response after it. */
  private static final Duration ATTEMPT = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent event) {
    if (!endsOnRefresh()) {
      await(event.getApplicationContext().getEnvironment());
    }
  }

  /** Checks Spring's flag for a run that only archives classes. Such a run needs no server. */
  private static boolean endsOnRefresh() {
    String exit = SpringProperties.getProperty(DefaultLifecycleProcessor.EXIT_PROPERTY_NAME);
    return DefaultLifecycleProcessor.ON_REFRESH_VALUE.equals(exit);
  }

  /**
   * Waits for the database and throws {@link StartupException} if it does not respond in time. The
   * settings must have been checked before.
   */
  public static void await(ConfigurableEnvironment environment) {
    Binder settings = Binder.get(environment);
    DataSourceProperties database =
        settings.bindOrCreate("spring.datasource", DataSourceProperties.class);
    Duration wait = settings.bindOrCreate("payment.start", StartProperties.class).databaseWait();
    String address = DatabaseRules.address(database.getUrl());
    // This applies to every connection of the process. Flyway's own connections have no other login
    // timeout.
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

  /** Returns the root cause in one line. The driver's own text is mostly about packets. */
  private static String reason(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.replaceAll("\\s+", " ");
  }

  /** Logs one line for each failed attempt. */
  private record LogAttempts(String address) implements RetryListener {
    @Override
    public void onRetryableExecution(RetryPolicy policy, Retryable<?> attempt, RetryState state) {
      if (!state.isSuccessful()) {
        log.warn("Waiting for the database {}: {}", address, reason(state.getLastException()));
      }
    }
  }
}
