package com.yuge.payment.in.security;

import java.net.InetAddress;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Binds the server to loopback while no client has a key, whatever address is configured. */
final class LoopbackWhileOpen
    implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {
  private final SecurityProperties properties;

  LoopbackWhileOpen(SecurityProperties properties) {
    this.properties = properties;
  }

  @Override
  public void customize(ConfigurableWebServerFactory factory) {
    if (properties.isOpen()) {
      factory.setAddress(InetAddress.getLoopbackAddress());
    }
  }

  /** Runs after Spring Boot has set the configured address. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
