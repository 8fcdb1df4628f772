package com.yuge.payment.in.security;

import java.net.InetAddress;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** While nobody needs a key, nobody from another machine gets here, whatever is configured. */
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

  /** After what Spring Boot sets. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
