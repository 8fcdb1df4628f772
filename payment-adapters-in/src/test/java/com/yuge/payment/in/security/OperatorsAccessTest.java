package com.yuge.payment.in.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Who may do what on the operators' port, which is another than the callers'. */
class OperatorsAccessTest {
  private static final Map<String, ConfigurableApplicationContext> RUNNING = new HashMap<>();

  @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
  @Import(SecurityConfiguration.class)
  static class Service {}

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(ConfigurableApplicationContext::close);
  }

  /** One for each place that the operators' paths are moved to. */
  private static ConfigurableApplicationContext start(String base) {
    return new SpringApplicationBuilder(Service.class)
        .properties(Callers.CLIENTS)
        .properties(
            "server.port=0",
            "management.server.port=0",
            "management.endpoints.web.exposure.include=health,info",
            "management.endpoints.web.base-path=" + base)
        .run();
  }

  @ParameterizedTest
  @CsvSource({
    "/actuator, GET, /actuator/health, '', 200",
    "/actuator, HEAD, /actuator/health, '', 200",
    "/actuator, GET, /actuator/health/nothing, '', 404",
    "/actuator, GET, /actuator/info, '', 401",
    "/actuator, GET, /actuator/info, shop-key, 403",
    "/actuator, GET, /actuator/info, operator-key, 200",
    "/actuator, GET, /openapi.yaml, '', 200",
    "/actuator, HEAD, /openapi.yaml, '', 200",
    "/actuator, POST, /openapi.yaml, '', 401",
    "/actuator, GET, /actuator/outbox, '', 401",
    "/actuator, GET, /nowhere, '', 401",
    "/actuator, HEAD, /actuator/outbox, shop-key, 403",
    "/actuator, POST, /actuator/health, shop-key, 403",
    "/actuator, GET, /actuator/outbox, shop-key, 403",
    "/actuator, GET, /payments, shop-key, 403",
    "/actuator, GET, /actuator/outbox, operator-key, 404",
    "/actuator, GET, /actuator/statements, '', 401",
    "/actuator, GET, /actuator/statements/discrepancies, shop-key, 403",
    "/actuator, POST, /actuator/statements/discrepancies/1/resolve, shop-key, 403",
    "/actuator, POST, /actuator/statements/1/fetch-again, shop-key, 403",
    "/moved, GET, /moved/health, shop-key, 200",
    "/moved, GET, /moved/info, shop-key, 403",
    "/moved, GET, /moved/outbox, shop-key, 403",
    "/moved, GET, /actuator/outbox, shop-key, 403",
    "/, GET, /health, shop-key, 200",
    "/, GET, /outbox, shop-key, 403"
  })
  void whateverTheOperatorsPathsAreOnlyTheyReachThem(
      String base, String method, String path, String key, int status) throws Exception {
    String port =
        RUNNING
            .computeIfAbsent(base, OperatorsAccessTest::start)
            .getEnvironment()
            .getRequiredProperty("local.management.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, BodyPublishers.noBody());
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }

    assertThat(
            HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(status);
  }
}
