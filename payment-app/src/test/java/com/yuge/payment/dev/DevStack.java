package com.yuge.payment.dev;

import com.yuge.payment.app.AwaitDatabase;
import com.yuge.payment.app.settings.SettingsCheck;
import com.yuge.payment.app.settings.StartupException;
import com.yuge.payment.devstack.PaymentStack;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts the servers while the service starts, unless one's own are configured. */
final class DevStack implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  private static final Logger log = LoggerFactory.getLogger("stack");
  private static final Path FOLDER = Path.of("target", "stack").toAbsolutePath();

  /** An argument: the servers of this run begin empty. */
  private static final String FRESH = "fresh";

  private @Nullable PaymentStack stack;

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    DevFakes.start(environment, FOLDER);
    boolean ownServers = hasOwnServers(environment);
    if (ownServers) {
      SettingsCheck.check(environment);
      AwaitDatabase.await(environment);
    } else {
      StackProperties.standIn(environment, () -> SettingsCheck.check(environment));
      EarlierRun.awaitEnd(FOLDER, log::info);
    }
    PortGuard.check(environment);
    if (ownServers) {
      DevChannel.start(environment);
    } else {
      begin(environment);
    }
  }

  private void begin(ConfigurableEnvironment environment) {
    PaymentStack begun = open(environment.containsProperty(FRESH), DevChannel.secret(environment));
    // The service goes first, then what it stands on.
    begun.endBy(SpringApplication.getShutdownHandlers()::add);
    environment.getPropertySources().addLast(new StackProperties(begun));
    stack = begun;
  }

  private static PaymentStack open(boolean fresh, String secret) {
    try {
      return fresh
          ? PaymentStack.beginFresh(FOLDER, secret, log::info)
          : PaymentStack.begin(FOLDER, secret, log::info);
    } catch (IllegalStateException taken) {
      throw new StartupException(String.valueOf(taken.getMessage()), "Stop the other run first.");
    }
  }

  private static boolean hasOwnServers(ConfigurableEnvironment environment) {
    return Stream.of("spring.datasource.url", "payment.rocketmq.name-server", "payment.redis.uri")
        .allMatch(environment::containsProperty);
  }

  void awaitReady() {
    if (stack != null) {
      stack.awaitReady();
    }
  }
}
