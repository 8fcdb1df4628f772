package com.yuge.payment.app.dev;

import com.yuge.payment.stack.PaymentStack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

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
