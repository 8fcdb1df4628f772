package com.yuge.payment.in.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.in.StatementDesk;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Operators see where statements and books differ, resolve it and open it again. */
@SpringBootTest(
    classes = OperatorsService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class DiscrepanciesEndpointTest {
  private static final String PAY_NO = "PAY20240101120000123000000000001";
  private static final String ACCEPTED =
      "{\"by\":\"li\",\"reason\":\"a test payment\",\"resolution\":\"ACCEPTED\"}";
  private static final String AGAIN = "{\"by\":\"wang\",\"reason\":\"no test payment\"}";

  private static final AtomicInteger MERCHANTS = new AtomicInteger();

  private final String merchant = "MALL-" + MERCHANTS.incrementAndGet();

  @LocalManagementPort private int port;
  @Autowired private StatementDesk desk;
  private Discrepancy payment;
  private Discrepancy totals;

  @BeforeEach
  void twoDiffer() {
    Statement statement = desk.plan(merchant, LocalDate.parse("2026-02-28"));
    payment =
        desk.find(
            statement,
            new Difference(
                DiscrepancyType.SHORT_STATUS, "T-" + merchant, 12, PAY_NO, null, "PAYING", "9.90"));
    totals =
        desk.find(
            statement,
            new Difference(DiscrepancyType.TOTALS, merchant, null, null, null, "9.80", "9.90"));
  }

  @Test
  void discrepanciesAreListedInPages() throws Exception {
    assertThat(get(after(payment.id() - 1) + "&limit=1").body())
        .isEqualTo(
            "[{\"id\":%d,\"channel\":\"MOCK\",\"type\":\"SHORT_STATUS\",\"subject\":\"T-%s\","
                    .formatted(payment.id(), merchant)
                + "\"statementId\":%d,\"line\":12,\"payNo\":\"%s\",\"ours\":\"PAYING\","
                    .formatted(payment.statementId(), PAY_NO)
                + "\"theirs\":\"9.90\",\"state\":\"OPEN\",\"queries\":0,"
                + "\"firstSeen\":\"2026-03-01T02:03:04.567891Z\","
                + "\"lastSeen\":\"2026-03-01T02:03:04.567891Z\"}]");
    assertThat(get(after(payment.id())).body()).contains(id(totals)).doesNotContain(id(payment));
  }

  @ParameterizedTest
  @CsvSource({
    "type=TOTALS, TOTALS",
    "channel=MOCK&type=SHORT_STATUS, SHORT_STATUS",
    "payNo=" + PAY_NO + ", SHORT_STATUS",
    "channel=WECHAT, ",
    "state=RESOLVED, "
  })
  void theyAreFiltered(String query, @Nullable String type) throws Exception {
    String body = get(after(payment.id() - 1) + "&" + query).body();

    assertThat(body.split("\"id\":", -1)).hasSize(type == null ? 1 : 2);
    assertThat(body).contains(type == null ? "[]" : "\"type\":\"" + type + "\"");
  }

  private static String after(long id) {
    return "?after=" + id;
  }

  private static String id(Discrepancy discrepancy) {
    return "\"id\":" + discrepancy.id() + ",";
  }

  @Test
  void oneIsResolvedForAReasonAndOpenedAgainAndItsHistoryStays() throws Exception {
    assertThat(change("resolve", ACCEPTED).body()).isEqualTo("{\"changed\":true}");
    assertThat(change("resolve", ACCEPTED).body()).isEqualTo("{\"changed\":false}");
    assertThat(get(after(payment.id() - 1)).body()).doesNotContain(id(payment));
    assertThat(get(after(payment.id() - 1) + "&state=RESOLVED").body())
        .contains("\"resolution\":\"ACCEPTED\",\"resolved\":{\"by\":\"li\"", "\"resolvedAt\":\"");

    assertThat(change("reopen", AGAIN).body()).isEqualTo("{\"changed\":true}");
    assertThat(change("reopen", AGAIN).body()).isEqualTo("{\"changed\":false}");
    assertThat(get("/" + payment.id()).body())
        .contains("\"state\":\"OPEN\"")
        .doesNotContain("resolvedAt")
        .containsSubsequence(
            "\"history\":[{\"resolution\":\"ACCEPTED\",\"reason\":{\"by\":\"li\"",
            "},{\"reason\":{\"by\":\"wang\"");
  }

  @Test
  void whatThereIsNotIsNotChanged() throws Exception {
    assertThat(get("/999999").statusCode()).isEqualTo(404);
    assertThat(post("/999999/resolve", ACCEPTED).body()).isEqualTo("{\"changed\":false}");
    assertThat(post("/999999/reopen", AGAIN).body()).isEqualTo("{\"changed\":false}");
  }

  @ParameterizedTest
  @CsvSource({
    "state=DONE, state: must be OPEN or RESOLVED",
    "type=WRONG, 'type: must be a type of discrepancy, such as SHORT_CASH'",
    "channel=mock, channel: must",
    "payNo=1, payNo: must",
    "after=x, after: must",
    "limit=0, limit: must",
    "limit=1001, limit: must"
  })
  void whatIsWrongIsNamedWithItsRule(String query, String message) throws Exception {
    HttpResponse<String> answer = get("?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "resolve, ''",
    "resolve, {}",
    "resolve, '{\"by\":\"li\",\"resolution\":\"ACCEPTED\"}'",
    "resolve, '{\"by\":\"li\",\"reason\":\"why\"}'",
    "resolve, '{\"by\":\"li\",\"reason\":\"why\",\"resolution\":\"GONE\"}'",
    "reopen, ''",
    "reopen, '{\"by\":\"li\"}'"
  })
  void nothingChangesWithoutWhoAndWhyAndHow(String change, String body) throws Exception {
    assertThat(change(change, body).statusCode()).isEqualTo(400);
    assertThat(get("/" + payment.id()).body()).contains("\"state\":\"OPEN\"", "\"history\":[]");
  }

  @Test
  void theWaysToResolveAreNamed() throws Exception {
    String gone = "{\"by\":\"li\",\"reason\":\"why\",\"resolution\":\"GONE\"}";

    assertThat(change("resolve", gone).body())
        .contains("resolution: must be QUERY, LATER_FILE, REFUNDED, ACCEPTED or WRITTEN_OFF");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return operators().get(path);
  }

  private HttpResponse<String> change(String change, String body)
      throws IOException, InterruptedException {
    return post("/" + payment.id() + "/" + change, body);
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return operators().send("POST", path, body);
  }

  private OperatorsPort operators() {
    return new OperatorsPort(port, "/actuator/statements/discrepancies");
  }
}
