package com.yuge.payment.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the service may listen. */
final class AddressRules {
  private AddressRules() {}

  /** One a line: the key, a blank, the rule. */
  static List<String> broken(FoundSettings settings) {
    List<String> broken = new ArrayList<>();
    if (!settings.hasClients()) {
      Stream.of("server.address", "management.server.address")
          .filter(key -> settings.address(key).filter(a -> !a.isLoopbackAddress()).isPresent())
          .map(key -> key + " must be of loopback while payment.security.clients names nobody")
          .forEach(broken::add);
    }
    if (sharesPort(settings)) {
      broken.add("management.server.port must be another than server.port");
    }
    return broken;
  }

  /** Spring Boot takes an empty one for that of the service. */
  private static boolean sharesPort(FoundSettings settings) {
    int port = settings.number("server.port").orElse(0);
    int operators = settings.number("management.server.port").orElse(0);
    return settings.text("management.server.port").filter(String::isBlank).isPresent()
        || (port > 0 && port == operators);
  }
}
