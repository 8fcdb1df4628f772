package com.yuge.payment.app;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the check at the start knows of Spring Boot's settings of the operators' port. */
@ConfigurationProperties("management.server")
record ManagementProperties(@DefaultValue("9083") int port, @Nullable InetAddress address) {
  private static final int MOST = 65_535;

  ManagementProperties {
    if (port < -1 || port > MOST) {
      throw new IllegalArgumentException(
          "management.server.port must be 0 (any free one) to " + MOST + ", or -1 (none)");
    }
  }
}
