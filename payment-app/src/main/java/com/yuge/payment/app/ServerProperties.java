package com.yuge.payment.app;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** What the check at the start knows of Spring Boot's settings of the HTTP server. */
@ConfigurationProperties("server")
record ServerProperties(
    @DefaultValue("8083") int port,
    @Nullable InetAddress address,
    @DefaultValue("8KB") DataSize maxHttpRequestHeaderSize) {
  private static final DataSize SMALLEST_HEAD = DataSize.ofKilobytes(4);
  private static final DataSize LARGEST_HEAD = DataSize.ofKilobytes(64);
  private static final int MOST = 65_535;

  ServerProperties {
    List<String> broken = new ArrayList<>();
    if (port < 0 || port > MOST) {
      broken.add("server.port must be 0 (any free one) to " + MOST);
    }
    if (maxHttpRequestHeaderSize.compareTo(SMALLEST_HEAD) < 0
        || maxHttpRequestHeaderSize.compareTo(LARGEST_HEAD) > 0) {
      broken.add("server.max-http-request-header-size must be 4KB to 64KB");
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }
}
