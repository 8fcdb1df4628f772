package com.yuge.payment.app;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.unit.DataSize;

/** What a setting must look like to be read at all. */
final class TypeRules {
  private static final Map<Class<?>, String> RULES =
      Map.of(
          int.class, "must be a whole number below 2147483648",
          boolean.class, "must be true or false",
          DataSize.class, "must be a size such as 8KB",
          Duration.class, "must be a duration such as 500ms, 10s or 5m",
          InetAddress.class, "must be an address of this machine such as 127.0.0.1 or 0.0.0.0",
          Set.class, "must be payments, ops or both",
          ZoneId.class, "must be a time zone such as Asia/Shanghai",
          URI.class, "must be an address such as scheme://host:port");

  private TypeRules() {}

  static String of(BindException e) {
    Class<?> type = e.getTarget().getType().resolve(Object.class);
    return RULES.getOrDefault(type, "must be readable as " + type.getSimpleName());
  }
}
