package com.yuge.payment.in.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fakes.InMemoryOutboxDesk;
import com.yuge.payment.domain.outbox.operations.OperatorAuditEntry;
import com.yuge.payment.domain.outbox.operations.OperatorAuditEntry.Action;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** On the operators' port, as Spring Boot serves it, on fakes. */
@SpringBootTest(
    classes = OperatorsService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class OutboxEndpointTest {
  private static final String PAY_NO = "PAY20240101123000123000000000001";
  private static final String EVENT = PAY_NO + "-1";
  private static final String REASON = "\"by\":\"li\",\"reason\":\"why not\"";
  private static final Instant NOW = Instant.parse("2024-01-01T04:30:00Z");

  @LocalManagementPort private int port;
  @Autowired private InMemoryOutboxDesk desk;

  @BeforeEach
  void oneEventWaits() {
    desk.clear();
    desk.append(PAY_NO, EVENT, "PAYMENT_SUCCEEDED", NOW);
  }

  @Test
  void theStateIsTold() throws Exception {
    assertThat(get("").body())
        .contains("\"pending\":1", "\"oldest\":\"2024-01-01T04:30:00Z\"", "\"paused\":false");
  }

  @Test
  void blockedOrdersAreListedInPagesWithTheirEventsAndUnblocked() throws Exception {
    desk.block(PAY_NO, NOW);

    assertThat(get("/blocked?limit=1").body()).contains(PAY_NO, "too large");
    assertThat(get("/blocked?after=" + PAY_NO).body()).isEqualTo("[]");
    assertThat(get("/blocked/" + PAY_NO).body()).contains(EVENT, "PAYMENT_SUCCEEDED");

    assertThat(send("DELETE", "/blocked/" + PAY_NO + "?by=li&reason=fixed", "").body())
        .isEqualTo("{\"changed\":true}");
    assertThat(send("DELETE", "/blocked/" + PAY_NO + "?by=li&reason=fixed", "").body())
        .isEqualTo("{\"changed\":false}");
    assertThat(desk.audit()).extracting(OperatorAuditEntry::action).containsExactly(Action.UNBLOCK);
  }

  @Test
  void anEventIsSkipped() throws Exception {
    assertThat(send("DELETE", "/events/" + EVENT + "?by=li&reason=too%20large", "").body())
        .isEqualTo("{\"changed\":true}");

    assertThat(get("").body()).contains("\"pending\":0");
  }

  @Test
  void publishingIsPausedAndResumed() throws Exception {
    assertThat(post("/pause", "{" + REASON + "}").body()).isEqualTo("{\"changed\":true}");
    assertThat(get("").body()).contains("\"paused\":true");
    assertThat(post("/resume", "{" + REASON + "}").body()).isEqualTo("{\"changed\":true}");
    assertThat(desk.audit().get(0).reason().reason()).isEqualTo("why not");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"payNo\":\"PAY20240101123000123000000000001\"",
        "\"eventId\":\"PAY20240101123000123000000000001-1\"",
        "\"tag\":\"PAYMENT_SUCCEEDED\",\"from\":\"2024-01-01T04:00:00Z\",\"to\":\"2024-01-01T05:00:00Z\""
      })
  void eventsAreReplayed(String target) throws Exception {
    desk.publishAll();

    assertThat(post("/replay", "{" + target + "," + REASON + "}").body())
        .isEqualTo("{\"events\":1,\"goOnAfter\":0}");

    assertThat(desk.replays()).containsExactly(EVENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"REFUND_SUCCEEDED", "REFUND_FAILED", "REFUND_LATE_SUCCEEDED", "STATEMENT_MATCHED"})
  void eventsOfRefundsCanBeReplayedByTheirTag(String tag) throws Exception {
    String range = "\"from\":\"2024-01-01T04:00:00Z\",\"to\":\"2024-01-01T05:00:00Z\"";

    HttpResponse<String> answer =
        post("/replay", "{\"tag\":\"%s\",%s,%s}".formatted(tag, range, REASON));

    assertThat(answer.body()).isEqualTo("{\"events\":0,\"goOnAfter\":0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/pause; {}; by",
        "/pause; {\"by\":7,\"reason\":\"why\"}; by",
        "/pause; {\"by\":\"li\",\"by\":\"li\",\"reason\":\"why\"}; body",
        "/pause; {\"by\":\"li\"}; reason",
        "/pause; {\"by\":\"li\",\"reason\":\" \"}; reason",
        "/replay; {\"by\":\"li\",\"reason\":\"why\"}; payNo, eventId, tag",
        "/replay; {\"by\":\"li\",\"reason\":\"why\",\"payNo\":\"x y\"}; payNo",
        "/replay; {\"by\":\"li\",\"reason\":\"why\",\"eventId\":\"x y\"}; eventId",
        "/replay; {\"by\":\"li\",\"reason\":\"why\",\"tag\":\"PAYMENT_CLOSED\",\"from\":\"now\"};"
            + " from",
        "/replay; {\"by\":\"li\",\"reason\":\"why\",\"tag\":\"PAYMENT_SUCCEDED\"}; tag",
        "/replay; {\"by\":\"li\",\"reason\":\"why\",\"tag\":\"PAYMENT_CLOSED\",\"from\":\"2024-01-01T04:00:00Z\","
            + "\"to\":\"2024-01-01T04:00:00Z\"}; to"
      })
  void whatIsWrongIsNamed(String path, String body, String field) throws Exception {
    HttpResponse<String> answer = post(path, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("A0400", field + ": must");
    assertThat(desk.audit()).isEmpty();
  }

  /** An aggregate's key has the form that its kind gives it, which only its own code knows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "GET; /blocked/SHP-1; ; []",
        "GET; /blocked?after=PAY; ; []",
        "DELETE; /blocked/SHP-1?by=li&reason=why; ; {\"changed\":false}",
        "DELETE; /events/SHP-1.2?by=li&reason=why; ; {\"changed\":false}",
        "POST; /replay; {\"by\":\"li\",\"reason\":\"why\",\"payNo\":\"SHP-1\"}; {\"events\":0,\"goOnAfter\":0}",
        "POST; /replay; {\"by\":\"li\",\"reason\":\"why\",\"eventId\":\"SHP-1.2\"};"
            + " {\"events\":0,\"goOnAfter\":0}"
      })
  void ofWhatIsUnknownThereIsNothing(
      String method, String path, @Nullable String body, String answer) throws Exception {
    HttpResponse<String> said = send(method, path, body == null ? "" : body);

    assertThat(said.statusCode()).isEqualTo(200);
    assertThat(said.body()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"GET, /blocked/a%20b, key", "DELETE, /events/a%20b?by=li&reason=why, eventId"})
  void whatNoKeyLooksLikeIsRefused(String method, String path, String field) throws Exception {
    HttpResponse<String> answer = send(method, path, "");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(field + ": must");
  }

  @ParameterizedTest
  @CsvSource({"GET, /nothing", "GET, /nothing/x", "POST, /nothing", "DELETE, /nothing/x"})
  void whatIsNotThereIsNotFound(String method, String path) throws Exception {
    assertThat(send(method, path, "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void aPageHasAnEnd() throws Exception {
    assertThat(get("/blocked?limit=1001").body()).contains("limit: must");
    assertThat(get("/blocked?limit=x").body()).contains("limit: must");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%F0%9F%98%80", "PAY%20", "%00"})
  void aPageBeginsBehindAKey(String after) throws Exception {
    HttpResponse<String> answer = get("/blocked?after=" + after);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("after: must");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return new OperatorsPort(port, "/actuator/outbox").send(method, path, body);
  }
}
