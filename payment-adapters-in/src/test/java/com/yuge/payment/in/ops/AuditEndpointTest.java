package com.yuge.payment.in.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.audit.AuditRule;
import com.yuge.payment.domain.audit.Finding;
import com.yuge.payment.domain.fakes.InMemoryAudit;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Operators see what audits found, and resolve it; on their port, as the document says. */
@SpringBootTest(
    classes = OperatorsService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class AuditEndpointTest {
  private static final LocalDate DAY = LocalDate.parse("2024-01-01");
  private static final String REASON = "{\"by\":\"li\",\"reason\":\"mended\"}";

  @LocalManagementPort private int port;
  @Autowired private InMemoryAudit audit;

  @BeforeEach
  void twoAreFound() {
    audit.clear();
    audit.record(
        List.of(
            new Finding(AuditRule.REFUND_SUMS_DIFFER, "MOCK T", "held 3.00"),
            new Finding(AuditRule.EVENT_PENDING_TOO_LONG, "P-1", "waits")),
        DAY,
        OperatorsService.AUDITED.instant());
  }

  @Test
  void violationsAreListedInPages() throws Exception {
    assertThat(get("/violations?limit=1").body())
        .isEqualTo(
            "[{\"id\":1,\"rule\":\"REFUND_SUMS_DIFFER\",\"subject\":\"MOCK T\","
                + "\"detail\":\"held 3.00\",\"state\":\"OPEN\",\"day\":\"2024-01-01\","
                + "\"firstSeen\":\"2024-01-02T04:30:00Z\",\"lastSeen\":\"2024-01-02T04:30:00Z\"}]");
    assertThat(get("/violations?after=1").body()).contains("\"id\":2").doesNotContain("\"id\":1");
  }

  @Test
  void anOpenViolationIsResolvedWithAReason() throws Exception {
    assertThat(post("/violations/1/resolve", REASON).body()).isEqualTo("{\"changed\":true}");

    assertThat(post("/violations/1/resolve", REASON).body()).isEqualTo("{\"changed\":false}");
    assertThat(get("/violations").body()).doesNotContain("\"id\":1");
    assertThat(get("/violations?state=RESOLVED").body()).contains("\"id\":1", "\"mended\"");
    assertThat(get("").body()).contains("\"open\":{\"EVENT_PENDING_TOO_LONG\":1}");
  }

  @Test
  void theProgressIsTold() throws Exception {
    audit.repeatAfter(DAY);

    assertThat(get("").body()).contains("\"day\":\"2024-01-01\"", "\"REFUND_SUMS_DIFFER\":1");
  }

  @ParameterizedTest
  @CsvSource({"state=DONE, state", "after=x, after", "limit=0, limit", "limit=1001, limit"})
  void whatIsWrongIsNamed(String query, String field) throws Exception {
    HttpResponse<String> answer = get("/violations?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(field + ": must");
  }

  @Test
  void nothingIsResolvedWithoutAReason() throws Exception {
    HttpResponse<String> answer = post("/violations/1/resolve", "{\"by\":\"li\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("reason: must");
    assertThat(post("/violations/9/resolve", REASON).body()).isEqualTo("{\"changed\":false}");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return operators().get(path);
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return operators().send("POST", path, body);
  }

  private OperatorsPort operators() {
    return new OperatorsPort(port, "/actuator/audit");
  }
}
