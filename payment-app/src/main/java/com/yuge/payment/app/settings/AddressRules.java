package com.yuge.payment.app.settings;

import com.yuge.payment.in.security.SecurityProperties;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ApplicationContext;

/** Rules for the addresses that the service listens on. */
final class AddressRules {
  private static final String ONLY_LOOPBACK =
      " must be a loopback address while payment.security.clients is empty";

  private final SecurityProperties security;
  private final ServerProperties server;
  private final ManagementServerProperties management;

  private AddressRules(ApplicationContext settings) {
    this.security = settings.getBean(SecurityProperties.class);
    this.server = settings.getBean(ServerProperties.class);
    this.management = settings.getBean(ManagementServerProperties.class);
  }

  /** Returns whether only this machine can connect. This is always so without clients. */
  static boolean isLoopbackAlone(ApplicationContext settings) {
    AddressRules rules = new AddressRules(settings);
    return rules.security.isOpen()
        || (isLoopback(rules.server.getAddress()) && isLoopback(rules.management.getAddress()));
  }

  private static boolean isLoopback(@Nullable InetAddress address) {
    return address != null && address.isLoopbackAddress();
  }

  /** Returns one line for each broken rule: the key, a space, the rule. */
  static List<String> broken(ApplicationContext settings) {
    AddressRules rules = new AddressRules(settings);
    List<String> broken = new ArrayList<>();
    if (rules.isTooOpen(rules.server.getAddress())) {
      broken.add("server.address" + ONLY_LOOPBACK);
    }
    if (rules.isTooOpen(rules.management.getAddress())) {
      broken.add("management.server.address" + ONLY_LOOPBACK);
    }
    if (rules.sharesPort()) {
      broken.add("management.server.port must differ from server.port");
    }
    return broken;
  }

  private boolean isTooOpen(@Nullable InetAddress address) {
    return security.isOpen() && address != null && !address.isLoopbackAddress();
  }

  private boolean sharesPort() {
    Integer port = management.getPort();
    return port != null && port > 0 && port.equals(server.getPort());
  }
}
