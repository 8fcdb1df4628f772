package com.yuge.payment.dev;

import com.yuge.payment.app.settings.StartupException;
import com.yuge.payment.devstack.MockChannelServer;
import com.yuge.payment.devstack.StackFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The MOCK channel beside servers of one's own, unless there is one of one's own as well. */
final class DevChannel {
  private static final Logger log = LoggerFactory.getLogger("stack");
  private static final String URL = "payment.mock.url";

  private DevChannel() {}

  static void start(ConfigurableEnvironment environment) {
    boolean enabled = environment.getProperty("payment.mock.enabled", Boolean.class, true);
    if (!enabled || environment.containsProperty(URL)) {
      return;
    }
    StackFolder opened = open(folder(environment));
    opened.endBy(SpringApplication.getShutdownHandlers()::add);
    MockChannelServer channel = MockChannelServer.start(opened, secret(environment), 1);
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("mock channel", Map.of(URL, channel.url().toString())));
  }

  // By port, since several services may run on the servers of one's own.
  private static Path folder(ConfigurableEnvironment environment) {
    String port = environment.getProperty("server.port", "8083");
    return Path.of("target", "channel-" + port).toAbsolutePath();
  }

  private static StackFolder open(Path folder) {
    try {
      return StackFolder.open(folder, log::info);
    } catch (IllegalStateException taken) {
      throw new StartupException(String.valueOf(taken.getMessage()), "Stop the other run first.");
    }
  }

  /** What it signs callbacks with; the settings were checked before. */
  static String secret(ConfigurableEnvironment environment) {
    return Binder.get(environment)
        .bind("payment.callback-secret", Bindable.listOf(String.class))
        .orElse(List.of())
        .get(0);
  }
}
