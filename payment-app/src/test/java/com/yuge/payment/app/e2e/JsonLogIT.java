package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of production, as a collector of logs reads it. The tests' class path has a log of its
 * own.
 */
@Execution(ExecutionMode.CONCURRENT)
class JsonLogIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String traceId = UUID.randomUUID().toString().replace("-", "");

  @Test
  void eachLineIsAnObjectOfTheElasticCommonSchemaWithItsTraceAndClient() {
    List<JsonNode> lines;
    try (ServiceProcess service = started(ProductionE2eTest.arguments("payment_json_log"))) {
      PaymentApi operator = service.api().with(ProductionE2eTest.OPERATOR);
      operator.post(
          "/actuator/outbox/pause",
          Map.of("by", "li", "reason", "test"),
          "traceparent",
          "00-" + traceId + "-00f067aa0ba902b7-01");
      await().atMost(SOON).until(() -> service.log().contains("Outbox: PAUSE"));
      lines = lines(service);
    }

    assertThat(lines)
        .filteredOn(line -> line.path("message").asString().startsWith("Outbox: PAUSE"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("trace.id").asString()).isEqualTo(traceId);
              assertThat(line.path("span.id").asString()).hasSize(16);
              assertThat(line.path("client.user.name").asString()).isEqualTo("operator");
            });
  }

  /** A collector would take its lines for so many messages. */
  @Test
  void aStackTraceIsInTheLineOfItsMessage() {
    List<String> arguments = new ArrayList<>(ProductionE2eTest.arguments("payment_json_trace"));
    arguments.add("--spring.flyway.init-sqls=nonsense");
    try (ServiceProcess service = started(arguments)) {
      await().atMost(SOON).until(() -> !service.process().isAlive());

      assertThat(lines(service))
          .anySatisfy(
              line ->
                  assertThat(line.path("error").path("stack_trace").asString())
                      .contains("\n\tat "));
    }
  }

  private static ServiceProcess started(List<String> arguments) {
    Path jar = Path.of("target", "payment-app.jar");
    return ServiceProcess.startJar(jar, JavaProcess.QUICK_START, arguments);
  }

  private static List<JsonNode> lines(ServiceProcess service) {
    List<JsonNode> lines = service.log().lines().map(JSON::readTree).toList();
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(Instant.parse(line.path("@timestamp").asString())).isNotNull();
              assertThat(line.path("log").path("level").asString()).isIn("INFO", "WARN", "ERROR");
              assertThat(line.path("message").isString()).isTrue();
              assertThat(line.path("ecs").path("version").asString()).isNotEmpty();
              assertThat(line.path("service").path("name").asString()).isEqualTo("payment-service");
            });
    return lines;
  }
}
