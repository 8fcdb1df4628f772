package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Statements as operators call for them. */
record StatementsApi(PaymentApi api) {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PATH = "/actuator/statements";
  private static final Set<String> DONE = Set.of("EMPTY", "MATCHED");
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** What a service needs that looks for statements and discrepancies all the time. */
  static final List<String> OFTEN =
      List.of(
          "--payment.statements.scan-interval=100ms",
          "--payment.statements.queries.scan-interval=100ms",
          "--payment.statements.queries.pause=100ms");

  /** A statement that the service has asked its channel for. */
  record Planned(String id, LocalDate day) {
    Instant noon() {
      return day.atTime(LocalTime.NOON).atZone(BEIJING).toInstant();
    }
  }

  /** The latest statement that the service planned when it started, once it is done with it. */
  Planned planned(String channel, String kind) {
    JsonNode found =
        await().atMost(SOON).until(() -> done(channel, kind), Optional::isPresent).orElseThrow();
    return new Planned(text(found, "id"), LocalDate.parse(text(found, "day")));
  }

  private Optional<JsonNode> done(String channel, String kind) {
    return list("?limit=10").stream()
        .filter(one -> text(one, "channel").equals(channel) && text(one, "kind").equals(kind))
        .findFirst()
        .filter(one -> DONE.contains(text(one, "state")));
  }

  /** Has it fetched again; returns it when it is matched. */
  JsonNode fetchAgain(Planned statement) {
    JsonNode waits =
        change("/" + statement.id() + "/fetch-again", Map.of("by", "li", "reason", "new file"));
    assertThat(text(waits, "run")).isEqualTo("2");
    await().atMost(SOON).until(() -> text(find(statement), "state").equals("MATCHED"));
    return find(statement);
  }

  JsonNode find(Planned statement) {
    return api.get(PATH + "/" + statement.id()).body();
  }

  /** The discrepancies about a pay order; open ones, or those that are resolved. */
  List<JsonNode> discrepancies(String state, String payNo) {
    return list("/discrepancies?state=" + state + "&payNo=" + payNo);
  }

  /** The only one, as soon as it is there. */
  JsonNode discrepancy(String state, String payNo) {
    return await()
        .atMost(SOON)
        .until(() -> discrepancies(state, payNo), found -> found.size() == 1)
        .get(0);
  }

  boolean resolve(JsonNode discrepancy, String reason) {
    return change(
            "/discrepancies/" + text(discrepancy, "id") + "/resolve",
            Map.of("by", "li", "reason", reason, "resolution", "ACCEPTED"))
        .path("changed")
        .asBoolean();
  }

  boolean reopen(JsonNode discrepancy, String reason) {
    return change(
            "/discrepancies/" + text(discrepancy, "id") + "/reopen",
            Map.of("by", "wang", "reason", reason))
        .path("changed")
        .asBoolean();
  }

  List<JsonNode> history(JsonNode discrepancy) {
    return api.get(PATH + "/discrepancies/" + text(discrepancy, "id"))
        .body()
        .path("history")
        .valueStream()
        .toList();
  }

  private JsonNode change(String path, Map<String, String> body) {
    PaymentApi.Answer answer = api.post(PATH + path, body);
    assertThat(answer.http()).isEqualTo(200);
    return answer.body();
  }

  private List<JsonNode> list(String query) {
    return api.get(PATH + query).body().valueStream().toList();
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }
}
