package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
  private static final Path JAR = Path.of("target", "payment-app.jar");
  private static final String PAUSED = "Outbox: PAUSE";
  private static final String FAILED = "A search for due orders failed";

  /** No version of the service has made such a number. */
  private static final String UNREADABLE =
      """
      INSERT INTO t_pay_order (pay_no, order_no, amount, status, channel, expire_at, next_check_at,
        created_at, updated_at)
      VALUES ('NONE', 'ORDER-1', 1, 'INIT', 'MOCK', NOW(), NOW() - INTERVAL 1 DAY, NOW(),
        NOW())
      """;

  private final String traceId = UUID.randomUUID().toString().replace("-", "");

  @Test
  void eachLineIsAnObjectOfTheElasticCommonSchema() {
    ServiceDatabase database = TestStack.ONE.createDatabase("payment_json_log");
    List<String> production = ProductionE2eTest.arguments(database);
    List<JsonNode> lines;
    try (ServiceProcess service =
        ServiceProcess.startJar(JAR, JavaProcess.QUICK_START, production)) {
      pause(service.api().with(ProductionE2eTest.OPERATOR));
      await().atMost(SOON).until(() -> service.log().contains(PAUSED));
      int unused = database.jdbc().sql(UNREADABLE).update();
      await().atMost(SOON).until(() -> service.log().contains(FAILED));
      lines = lines(service);
    }

    assertThat(lines)
        .filteredOn(line -> says(line, PAUSED))
        .singleElement()
        .satisfies(this::isOurs);
    // A collector would take the lines of a stack trace for so many messages.
    assertThat(lines)
        .filteredOn(line -> says(line, FAILED))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.path("error").path("stack_trace").asString()).contains("\n\tat "));
  }

  private void pause(PaymentApi operator) {
    operator.post(
        "/actuator/outbox/pause",
        Map.of("by", "li", "reason", "test"),
        "traceparent",
        "00-" + traceId + "-00f067aa0ba902b7-01");
  }

  private static boolean says(JsonNode line, String beginning) {
    return line.path("message").asString().startsWith(beginning);
  }

  /** With the request's trace and who made it. */
  private void isOurs(JsonNode line) {
    assertThat(line.path("trace.id").asString()).isEqualTo(traceId);
    assertThat(line.path("span.id").asString()).hasSize(16);
    assertThat(line.path("client.user.name").asString()).isEqualTo("operator");
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
