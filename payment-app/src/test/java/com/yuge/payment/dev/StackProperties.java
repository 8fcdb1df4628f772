package com.yuge.payment.dev;

import com.yuge.payment.devstack.PaymentStack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;

/** Where the service finds the servers of a stack; asking waits until the server is ready. */
public final class StackProperties extends EnumerablePropertySource<PaymentStack> {
  private final Map<String, Supplier<String>> properties = new LinkedHashMap<>();

  public StackProperties(PaymentStack stack) {
    super("stack", stack);
    properties.put("spring.datasource.url", () -> stack.database().jdbcUrl());
    properties.put("spring.datasource.username", () -> stack.database().username());
    properties.put("spring.datasource.password", () -> stack.database().password());
    properties.put("payment.rocketmq.name-server", stack::nameServerAddress);
    properties.put("payment.redis.uri", () -> stack.redis().uri().toString());
    properties.put("payment.mock.url", () -> stack.mockChannel().url().toString());
  }

  /** Lets settings be checked before there is a stack: its own are good, but not known yet. */
  static void standIn(ConfigurableEnvironment environment, Runnable check) {
    MapPropertySource standIns =
        new MapPropertySource(
            "stand-ins",
            Map.of(
                "spring.datasource.url", "jdbc:mysql://stack/payment",
                "spring.datasource.username", "stack",
                "spring.datasource.password", "stack",
                "payment.rocketmq.name-server", "stack:9876",
                "payment.redis.uri", "redis://stack:6379"));
    environment.getPropertySources().addLast(standIns);
    check.run();
    environment.getPropertySources().remove(standIns.getName());
  }

  @Override
  public String[] getPropertyNames() {
    return properties.keySet().toArray(String[]::new);
  }

  @Override
  public @Nullable Object getProperty(String name) {
    Supplier<String> value = properties.get(name);
    return value == null ? null : value.get();
  }
}
