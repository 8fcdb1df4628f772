package com.yuge.payment.app;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Where the service may listen. */
final class AddressRules {
  private static final List<String> ADDRESSES =
      List.of("server.address", "management.server.address");

  private AddressRules() {}

  /** Whether only this machine gets here; without clients the service itself sees to that. */
  static boolean isLoopbackAlone(FoundSettings settings) {
    return !settings.hasClients()
        || ADDRESSES.stream()
            .allMatch(
                key -> settings.address(key).filter(InetAddress::isLoopbackAddress).isPresent());
  }

  /** One a line: the key, a blank, the rule. */
  static List<String> broken(FoundSettings settings) {
    List<String> broken = new ArrayList<>();
    if (!settings.hasClients()) {
      ADDRESSES.stream()
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
