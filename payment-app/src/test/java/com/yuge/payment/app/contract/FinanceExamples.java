package com.yuge.payment.app.contract;

import static com.yuge.payment.in.security.Callers.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.contract.ExampleCalls.Told;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a channel's statement and an audit of the service's own data show. */
record FinanceExamples(ExampleCalls calls) {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String STATEMENTS = "/actuator/statements";
  private static final String DISCREPANCIES = STATEMENTS + "/discrepancies";
  private static final String AUDIT = "/actuator/audit";
  private static final String WHY = "{\"by\":\"li\",\"reason\":\"%s\"%s}";
  private static final BigDecimal AMOUNT = new BigDecimal("9.90");
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** A line of a payment that we have no order of, and one of another system's payment. */
  void aStatementHasALineThatNobodyOrdered() {
    JsonNode planned = await().atMost(SOON).until(this::empty, Optional::isPresent).orElseThrow();
    Instant noon =
        LocalDate.parse(planned.path("day").asString())
            .atTime(LocalTime.NOON)
            .atZone(BEIJING)
            .toInstant();
    KeyedService.ONE
        .channels()
        .wechat()
        .client()
        .plant(
            ExtraLine.payment("PAY20240101120000123000000000001", "4200000001", AMOUNT, noon),
            ExtraLine.payment("another system's", "4200000002", AMOUNT, noon));
    String statement = STATEMENTS + "/" + planned.path("id").asString();
    change(statement + "/fetch-again", WHY.formatted("the channel mended its file", ""))
        .is(200, "StatementWaits");
    await().atMost(SOON).until(() -> tell(statement).json().path("lines").asInt() == 2);
    await().atMost(SOON).until(() -> tell(statement).body().contains("\"MATCHED\""));
    tell(STATEMENTS + "?state=MATCHED").is(200, "Statements");
    tell(statement).is(200, "Statement");
    anOperatorDecidesWhatItShows();
  }

  private Optional<JsonNode> empty() {
    return tell(STATEMENTS + "?state=EMPTY")
        .json()
        .valueStream()
        .filter(one -> one.path("channel").asString().equals("WECHAT"))
        .filter(one -> one.path("kind").asString().equals("ALL"))
        .findFirst();
  }

  private void anOperatorDecidesWhatItShows() {
    Told open = tell(DISCREPANCIES + "?channel=WECHAT");
    open.is(200, "Discrepancies");
    String one = DISCREPANCIES + "/" + open.json().path(0).path("id").asString();
    change(one + "/resolve", WHY.formatted("a test payment", ",\"resolution\":\"ACCEPTED\""))
        .asked("ResolveDiscrepancy")
        .is(200, "DiscrepancyResolved");
    Told reopened = change(one + "/reopen", WHY.formatted("it was no test", ""));
    assertThat(reopened.json().path("changed").asBoolean()).isTrue();
    tell(one).is(200, "Discrepancy");
  }

  /** The day of its money is over, so that the audit comes to it. */
  void somebodyChangesATradeByHand(String payNo) {
    await().atMost(SOON).until(() -> tell(AUDIT).json().has("completeDay"));
    JdbcClient jdbc = KeyedService.ONE.channels().database().jdbc();
    assertThat(
            jdbc.sql(
                    """
                    UPDATE t_pay_trade
                    SET refund_held = 1, received_at = received_at - INTERVAL 1 DAY
                    WHERE pay_no = ?
                    """)
                .param(payNo)
                .update())
        .isOne();
    assertThat(
            jdbc.sql(
                    """
                    UPDATE t_audit_progress
                    SET day = NULL, version = version + 1, next_check_at = '2000-01-01'
                    WHERE id = 1
                    """)
                .update())
        .isOne();
    await().atMost(SOON).until(() -> tell(AUDIT + "/violations").json().size() == 1);
    await().atMost(SOON).until(() -> !tell(AUDIT).json().has("walk"));
    tell(AUDIT).is(200, "Audit");
    tell(AUDIT + "/violations").is(200, "Violations");
  }

  private Told tell(String target) {
    return calls.by(OPERATOR).get(target);
  }

  private Told change(String target, String json) {
    return calls.by(OPERATOR).post(target, json);
  }
}
