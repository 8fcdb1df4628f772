package com.yuge.payment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Flyway as the service has it, on a database that went mute after the start had seen it. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MigrationConfigurationTest {
  @Test
  void aMigrationDoesNotWaitForEverForAnAnswer() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ConfigurableApplicationContext service =
            start(mute.getLocalPort(), "--spring.flyway.jdbc-properties.socketTimeout=200")) {
      Flyway flyway = service.getBean(Flyway.class);

      assertThatThrownBy(flyway::migrate)
          .isInstanceOf(FlywayException.class)
          .hasStackTraceContaining("Read timed out");
    }
  }

  @Test
  void itsBoundsAreLongerThanThoseOfThePool() {
    try (ConfigurableApplicationContext service = start(1)) {
      Map<String, String> bounds =
          service.getBean(Flyway.class).getConfiguration().getJdbcProperties();

      assertThat(bounds)
          .containsEntry("connectTimeout", "2000")
          .containsEntry("socketTimeout", String.valueOf(Duration.ofHours(1).toMillis()));
    }
  }

  private static ConfigurableApplicationContext start(int port, String... more) {
    return new SpringApplicationBuilder(
            MigrationConfiguration.class,
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .properties(
            "spring.datasource.url=jdbc:mysql://127.0.0.1:" + port + "/payment",
            "spring.datasource.username=payment",
            "spring.datasource.password=")
        .run(more);
  }
}
