package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of money that needs a person, and what they can do. */
class MoneyHttpTest {
  private static final String REASON = "{\"by\":\"li\",\"reason\":\"agreed with the payer\"}";

  private final PaymentHttp http = PaymentHttp.start();

  @AfterEach
  void stop() {
    http.close();
  }

  @Test
  void unappliedPaymentsAreAListThatSomebodyEmpties() throws Exception {
    String payNo = http.created("ORD-1");
    http.paid(payNo, "T1", null);
    http.paid(payNo, "T2", null);
    http.paid(payNo, "T3", "5.00");

    Answer first = http.get("/payments/unapplied?limit=1").isOk();
    Integer id = first.<List<Integer>>at("$.data[*].id").get(0);
    Answer second = http.get("/payments/unapplied?after=" + id).isOk();
    Answer accepted = http.post("/payments/unapplied/" + id + "/accept", REASON).isOk();

    assertThat(first.<List<String>>at("$.data[*].tradeNo")).containsExactly("T2");
    assertThat(first.<Boolean>at("$.data[0].amountKnown")).isFalse();
    assertThat(second.<List<String>>at("$.data[*].tradeNo")).containsExactly("T3");
    assertThat(second.<Double>at("$.data[0].amount")).isEqualTo(5.0);
    assertThat(second.<String>at("$.data[0].currency")).isEqualTo("CNY");
    assertThat(accepted.<Boolean>at("$.data.changed")).isTrue();
    assertThat(accepted.<String>at("$.data.payment.state")).isEqualTo("ACCEPTED");
    assertThat(http.get("/payments/unapplied").<List<String>>at("$.data[*].tradeNo"))
        .containsExactly("T3");
    assertThat(http.get("/payments/unapplied?state=ACCEPTED").<List<String>>at("$.data[*].by"))
        .containsExactly("li");
  }

  @Test
  void aPaymentIsAcceptedOnce() throws Exception {
    String payNo = http.created("ORD-1");
    http.paid(payNo, "T1", "5.00");
    Integer id = http.get("/payments/unapplied").<List<Integer>>at("$.data[*].id").get(0);
    http.post("/payments/unapplied/" + id + "/accept", REASON).isOk();

    String other = "{\"by\":\"wang\",\"reason\":\"me, too\"}";
    Answer again = http.post("/payments/unapplied/" + id + "/accept", other).isOk();

    assertThat(again.<Boolean>at("$.data.changed")).isFalse();
    assertThat(again.<String>at("$.data.payment.by")).isEqualTo("li");
    assertThat(http.store().audits()).filteredOn(e -> e.action() == Action.ACCEPT).hasSize(1);
  }

  @Test
  void whatIsAcceptedIsShownWithTheOrderAtOnce() throws Exception {
    String payNo = http.created("ORD-1");
    http.paid(payNo, "T1", null);
    http.paid(payNo, "T2", null);
    assertThat(stateOf(payNo)).containsExactly("OPEN");
    Integer id = http.get("/payments/unapplied").<List<Integer>>at("$.data[*].id").get(0);

    http.post("/payments/unapplied/" + id + "/accept", REASON).isOk();

    assertThat(stateOf(payNo)).containsExactly("ACCEPTED");
  }

  private List<String> stateOf(String payNo) throws Exception {
    return http.get("/payments/" + payNo).isOk().at("$.data.unappliedPayments[*].state");
  }

  @Test
  void whatWasPaidIsUnknownUntilTheChannelSaysIt() throws Exception {
    String payNo = http.created("ORD-1");
    http.paid(payNo, "T1", null);
    Answer unknown = http.get("/payments/" + payNo).isOk();

    http.paid(payNo, "T1", "5.00");
    Answer known = http.get("/payments/" + payNo).isOk();

    assertThat(unknown.<String>at("$.data.status")).isEqualTo("SUCCESS");
    assertThat(unknown.<String>at("$.data.amountStatus")).isEqualTo("UNKNOWN");
    assertThat(unknown.body()).doesNotContain("paidAmount");
    assertThat(known.<String>at("$.data.amountStatus")).isEqualTo("DIFFERENT");
    assertThat(known.<Double>at("$.data.paidAmount")).isEqualTo(5.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"T1", "T/1?", "T&1=%"})
  void aTradeIsFoundByItsNumber(String tradeNo) throws Exception {
    String owner = http.created("ORD-1");
    String other = http.created("ORD-2");
    http.paid(owner, tradeNo, "99.90");
    http.paid(other, tradeNo, "99.90");

    Answer trade = http.trade(tradeNo).isOk();

    assertThat(trade.<String>at("$.data.payment.payNo")).isEqualTo(owner);
    assertThat(trade.<String>at("$.data.payment.kind")).isEqualTo("SETTLED");
    assertThat(trade.<List<String>>at("$.data.claims[*].payNo")).containsExactly(other);
    assertThat(http.get("/payments/claims").isOk().<List<String>>at("$.data[*].tradeNo"))
        .containsExactly(tradeNo);
    http.trade("T2").is(404, "A0404");
  }

  @Test
  void ordersThatStayPayingAreListed() throws Exception {
    String one = http.created("ORD-1");
    String two = http.created("ORD-2");
    http.pay(one).isOk();
    http.pay(two).isOk();
    http.clock().advance(Duration.ofMinutes(89));
    assertThat(overdue("")).isEmpty();

    http.clock().advance(Duration.ofMinutes(2));

    assertThat(overdue("")).containsExactly(one, two);
    assertThat(overdue("?limit=1")).containsExactly(one);
    assertThat(overdue("?after=" + one)).containsExactly(two);
  }

  private List<String> overdue(String query) throws Exception {
    return http.get("/payments/overdue" + query).isOk().at("$.data[*].payNo");
  }

  @ParameterizedTest
  @CsvSource({
    "/payments/unapplied?state=SETTLED, state",
    "/payments/unapplied?after=x, after",
    "/payments/unapplied?limit=0, limit",
    "/payments/unapplied?limit=1001, limit",
    "/payments/claims?limit=-1, limit",
    "/payments/overdue?after=PAY1, after",
    "/payments/trade?channel=MOCK, tradeNo",
    "/payments/trade?tradeNo=T1, channel"
  })
  void badQuestionsNameTheFieldAndTheRule(String path, String field) throws Exception {
    http.get(path).is(400, "A0400").says(field + "：");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"by\":\"li\"}", "{\"by\":\"l i\",\"reason\":\"x\"}"})
  void nobodyAcceptsWithoutANameAndAReason(String body) throws Exception {
    http.post("/payments/unapplied/1/accept", body).is(400, "A0400");
  }

  @Test
  void whatIsNotThereCannotBeAccepted() throws Exception {
    http.post("/payments/unapplied/99/accept", REASON).is(404, "A0404");
  }

  @Test
  void whatIsBeingRefundedCannotBeAccepted() throws Exception {
    String payNo = http.created("ORD-1");
    http.paid(payNo, "T1", "99.90");
    http.paid(payNo, "T2", "99.90");
    Integer id = http.get("/payments/unapplied").<List<Integer>>at("$.data[*].id").get(0);
    http.bean(FakeRefunds.class).goAway(true);
    http.post(
            "/payments/" + payNo + "/refunds",
            """
            {"refundOrderNo": "r1", "amount": 99.90, "reason": "paid twice", "tradeNo": "T2"}
            """)
        .isOk();

    Answer refused = http.post("/payments/unapplied/" + id + "/accept", REASON);

    refused.is(409, "A0409").says("退款");
    assertThat(refused.<String>at("$.data.cause")).isEqualTo("REFUNDING");
    Answer list = http.get("/payments/unapplied").isOk();
    assertThat(list.<List<String>>at("$.data[*].state")).containsExactly("OPEN");
    assertThat(list.<Double>at("$.data[0].refundingAmount")).isEqualTo(99.90);
    assertThat(list.<Double>at("$.data[0].refundedAmount")).isZero();
  }
}
