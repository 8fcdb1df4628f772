package com.yuge.payment.in.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFile;
import com.yuge.payment.domain.statement.StatementProgress;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementWalk;
import com.yuge.payment.in.StatementDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Operators see the channels' statements and have one fetched again, as the document says. */
@SpringBootTest(
    classes = OperatorsService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class StatementsEndpointTest {
  private static final LocalDate DAY = LocalDate.parse("2026-02-27");
  private static final String REASON = "{\"by\":\"li\",\"reason\":\"the file is new\"}";
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  private static final AtomicInteger MERCHANTS = new AtomicInteger();

  private final String merchant = "SHOP-" + MERCHANTS.incrementAndGet();

  @LocalManagementPort private int port;
  @Autowired private StatementDesk desk;
  private long matched;
  private long waiting;

  @BeforeEach
  void twoDays() {
    matched = desk.put(matched(desk.plan(merchant, DAY))).id();
    waiting = desk.plan(merchant, DAY.plusDays(1)).id();
  }

  private static Statement matched(Statement planned) {
    return new Statement(
        planned.id(),
        planned.key(),
        StatementState.MATCHED,
        planned.version(),
        2,
        0,
        new StatementFile(SHA256, 2345),
        new StatementTotals(
            3, new BigDecimal("19.90"), new BigDecimal("1.00"), new BigDecimal("0.11340")),
        1,
        new StatementProgress(StatementWalk.DONE, 0, 4),
        SHA256,
        null);
  }

  @Test
  void statementsAreListedInPagesTheLatestFirst() throws Exception {
    assertThat(page("limit=1", waiting + 1))
        .contains(id(waiting), "\"day\":\"2026-02-28\"")
        .doesNotContain(id(matched));
    assertThat(page("limit=1", waiting)).contains(id(matched)).doesNotContain(id(waiting));
    assertThat(page("limit=1&state=MATCHED", waiting + 1)).contains(id(matched));
    assertThat(get("?state=FAILED").body()).isEqualTo("[]");
  }

  private String page(String query, long before) throws Exception {
    return get("?" + query + "&before=" + before).body();
  }

  private static String id(long id) {
    return "\"id\":" + id + ",";
  }

  @Test
  void aStatementTellsWhatIsKnownOfItsFile() throws Exception {
    assertThat(get("/" + matched).body())
        .isEqualTo(
            "{\"id\":%d,\"channel\":\"MOCK\",\"merchant\":\"%s\",\"day\":\"2026-02-27\",\"kind\":\"ALL\","
                    .formatted(matched, merchant)
                + "\"state\":\"MATCHED\",\"run\":2,\"attempts\":0,\"sha256\":\""
                + SHA256
                + "\",\"bytes\":2345,\"lines\":3,\"foreignLines\":1,\"paid\":19.90,"
                + "\"refunded\":1.00,\"fees\":0.11340,\"compared\":true}");
    assertThat(get("/" + waiting).body())
        .contains("\"state\":\"WAITING\"", "\"compared\":false")
        .doesNotContain("sha256", "bytes", "paid", "failure");
    assertThat(get("/999999").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/999999", "/discrepancies/999999"})
  void whatIsNotThereIsToldEvenWhereAcceptCannotBeRead(String path) throws Exception {
    HttpResponse<String> answer = operators().getAccepting("x", path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("A0404");
  }

  @Test
  void aStatementIsFetchedAgainForAReason() throws Exception {
    HttpResponse<String> answer = post("/" + matched + "/fetch-again", REASON);

    assertThat(answer.body()).contains("\"state\":\"WAITING\"", "\"run\":3");
    assertThat(get("/" + matched).body()).isEqualTo(answer.body());
    assertThat(post("/999999/fetch-again", REASON).statusCode()).isEqualTo(404);
  }

  @Test
  void oneOfLongAgoIsNotFetchedAgain() throws Exception {
    long old = desk.plan(merchant, DAY.minusDays(40)).id();

    HttpResponse<String> answer = post("/" + old + "/fetch-again", REASON);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("day: must be at most 33 days ago");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"by\":\"li\"}", "{\"by\":\"li\",\"reason\":\" \"}"})
  void nothingIsFetchedAgainWithoutAReason(String body) throws Exception {
    assertThat(post("/" + matched + "/fetch-again", body).statusCode()).isEqualTo(400);
    assertThat(get("/" + matched).body()).contains("\"run\":2");
  }

  @ParameterizedTest
  @CsvSource({
    "state=matched, 'state: must be WAITING, FETCHED, PARSED, MATCHED, EMPTY or FAILED'",
    "before=-1, before: must",
    "limit=x, limit: must",
    "limit=0, limit: must",
    "limit=1001, limit: must"
  })
  void whatIsWrongIsNamedWithItsRule(String query, String message) throws Exception {
    HttpResponse<String> answer = get("?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(message);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return operators().get(path);
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return operators().send("POST", path, body);
  }

  private OperatorsPort operators() {
    return new OperatorsPort(port, "/actuator/statements");
  }
}
