package com.yuge.payment.in.rest;

import static com.yuge.payment.in.rest.RefundHttp.UNKNOWN;
import static com.yuge.payment.in.rest.RefundHttp.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.refund.CreateRefund;
import com.yuge.payment.in.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Refunds that are not agreed to. */
class RefusedRefundHttpTest {
  private static final String UNKNOWN_ORDER = "PAY20240101123000123000000000099";

  private final RefundHttp refunds = new RefundHttp();

  @AfterEach
  void stop() {
    refunds.close();
  }

  private void isRefused(String payNo, String body, String cause) throws Exception {
    Answer answer = refunds.refund(payNo, body).is(409, "A0409");
    assertThat(answer.<String>at("$.data.cause")).isEqualTo(cause);
  }

  @Test
  void anOrderThatIsNotPaid() throws Exception {
    isRefused(refunds.http.created("ORD-1"), body("r1", "1"), "NOT_PAID");
    isRefused(refunds.paid("ORD-2"), body("r1", "1", ", \"tradeNo\": \"T9\""), "NOT_PAID");
  }

  @Test
  void anAmountThatTheChannelHasNotSaid() throws Exception {
    String payNo = refunds.http.created("ORD-1");
    refunds.http.paid(payNo, "T1", null);

    isRefused(payNo, body("r1", "1"), "AMOUNT_UNKNOWN");
  }

  @Test
  void moreThanIsLeftAndHowMuchIsLeft() throws Exception {
    String payNo = refunds.paid("ORD-1");
    refunds.refunded(payNo, "r1", "50");
    refunds.channel.goAway(true);
    refunds.refunded(payNo, "r2", "9.80");

    Answer answer = refunds.refund(payNo, body("r3", "40.11"));

    answer.is(409, "A0409").says("可退");
    assertThat(answer.body()).contains("\"data\":{\"cause\":\"EXCEEDS\",\"refundable\":40.10}");
    refunds.refund(payNo, body("r3", "40.10")).isOk();
    assertThat(refunds.refund(payNo, body("r4", "0.01")).body())
        .contains("\"data\":{\"cause\":\"EXCEEDS\",\"refundable\":0.00}");
  }

  @Test
  void aNumberThatIsInUse() throws Exception {
    String payNo = refunds.paid("ORD-1");
    refunds.refunded(payNo, "r1", "10");

    isRefused(payNo, body("r1", "10.01"), "DIFFERENT");
    assertThat(refunds.refund(payNo, body("r1", "10.01")).body()).doesNotContain("refundable");
    // Of another order it is another number.
    refunds.refund(refunds.paid("ORD-2"), body("r1", "10.01")).isOk();
  }

  @Test
  void moreRefundsThanAPaymentMayHave() throws Exception {
    String payNo = refunds.paid("ORD-1");
    for (int i = 0; i < CreateRefund.MOST; i++) {
      refunds.refunded(payNo, "r" + i, "0.01");
    }

    isRefused(payNo, body("r", "0.01"), "TOO_MANY");
  }

  @Test
  void aPaymentThatIsTooOld() throws Exception {
    String payNo = refunds.paid("ORD-1");
    refunds.clock.advance(CreateRefund.LONGEST.plus(Duration.ofSeconds(1)));

    isRefused(payNo, body("r1", "1"), "TOO_OLD");
  }

  @Test
  void aPartOfUnappliedMoneyOrSuchMoneyTwice() throws Exception {
    String payNo = refunds.paid("ORD-1");
    refunds.http.paid(payNo, "T2", "99.90");
    String more = ", \"tradeNo\": \"T2\"";

    isRefused(payNo, body("r1", "1", more), "NOT_WHOLE");
    Answer whole = refunds.refund(payNo, body("r1", "99.90", more)).isOk();
    assertThat(whole.<String>at("$.data.origin")).isEqualTo("OPERATOR");
    assertThat(whole.<String>at("$.data.tradeNo")).isEqualTo("T2");
    isRefused(payNo, body("r2", "99.90", more), "RESOLVED");
    assertThat(
            refunds
                .http
                .get("/payments/unapplied?state=REFUNDED")
                .<List<Double>>at("$.data[*].refundedAmount"))
        .containsExactly(99.9);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    String payNo = refunds.paid("ORD-1");

    refunds.refund(UNKNOWN_ORDER, body("r1", "1")).is(404, "A0404").says("支付单");
    refunds.http.get("/payments/" + UNKNOWN_ORDER + "/refunds").is(404, "A0404").says("支付单");
    refunds.http.get("/payments/" + payNo + "/refunds/order/r1").is(404, "A0404").says("退款");
    refunds.get(UNKNOWN).is(404, "A0404").says("退款");
    refunds.get("REF1").is(404, "A0404").says("路径");
    assertThat(refunds.http.get("/payments/" + payNo + "/refunds").isOk().<List<?>>at("$.data"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "x", "{\"amount\":1,\"amount\":2}"})
  void aBodyIsOneObject(String body) throws Exception {
    refunds.refund(refunds.paid("ORD-1"), body).is(400, "A0400").says("body：");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{}`, refundOrderNo, 32, letters",
        "`{\"refundOrderNo\":\"a b\",\"amount\":1,\"reason\":\"x\"}`, refundOrderNo, 32, letters",
        "`{\"refundOrderNo\":1,\"amount\":1,\"reason\":\"x\"}`, refundOrderNo, 32, letters",
        "`{\"refundOrderNo\":\"r1\",\"reason\":\"x\"}`, amount, 9999999999.99, decimals",
        "`{\"refundOrderNo\":\"r1\",\"amount\":0,\"reason\":\"x\"}`, amount, 9999999999.99, decimals",
        "`{\"refundOrderNo\":\"r1\",\"amount\":-1,\"reason\":\"x\"}`, amount, 9999999999.99, decimals",
        "`{\"refundOrderNo\":\"r1\",\"amount\":1.001,\"reason\":\"x\"}`, amount, 9999999999.99, decimals",
        "`{\"refundOrderNo\":\"r1\",\"amount\":1}`, reason, 80, blanks",
        "`{\"refundOrderNo\":\"r1\",\"amount\":1,\"reason\":\" \"}`, reason, 80, blanks",
        "`{\"refundOrderNo\":\"r1\",\"amount\":1,\"reason\":\"a\\nb\"}`, reason, 80, blanks",
        "`{\"refundOrderNo\":\"r1\",\"amount\":1,\"reason\":\"x\",\"tradeNo\":\"T 1\"}`, tradeNo, 64, ASCII",
        "`{\"refundOrderNo\":\"r1\",\"amount\":1,\"reason\":\"x\",\"currency\":\"USD\"}`, currency, CNY, CNY"
      })
  void badInputNamesTheFieldAndTheRule(String body, String field, String zh, String en)
      throws Exception {
    String payNo = refunds.paid("ORD-1");

    refunds.refund(payNo, body).is(400, "A0400").says(field + "：").says(zh);
    refunds
        .http
        .perform(
            MockMvcRequestBuilders.post("/payments/" + payNo + "/refunds")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "en")
                .content(body))
        .is(400, "A0400")
        .says(field + ": ")
        .says(en);
    assertThat(refunds.http.store().refunds()).isEmpty();
  }

  @Test
  void aReasonIsAtMostEightyCharacters() throws Exception {
    String payNo = refunds.paid("ORD-1");
    String body = "{\"refundOrderNo\":\"r1\",\"amount\":1,\"reason\":\"%s\"}";

    refunds.refund(payNo, body.formatted("退".repeat(81))).is(400, "A0400").says("reason：");
    refunds.refund(payNo, body.formatted("退".repeat(80))).isOk();
  }
}
