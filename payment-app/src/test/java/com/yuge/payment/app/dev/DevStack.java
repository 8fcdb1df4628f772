package com.yuge.payment.app.dev;

import com.yuge.payment.stack.PaymentStack;
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

  private @Nullable PaymentStack stack;

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    if (ownServers(environment)) {
      return;
    }
    PaymentStack begun = PaymentStack.begin(FOLDER, log::info);
    // The service goes first, then what it stands on.
    begun.endBy(SpringApplication.getShutdownHandlers()::add);
    environment.getPropertySources().addLast(new StackProperties(begun));
    stack = begun;
  }

  private static boolean ownServers(ConfigurableEnvironment environment) {
    return Stream.of("spring.datasource.url", "payment.rocketmq.name-server", "payment.redis.uri")
        .allMatch(environment::containsProperty);
  }

  void awaitReady() {
    if (stack != null) {
      stack.awaitReady();
    }
  }
}
