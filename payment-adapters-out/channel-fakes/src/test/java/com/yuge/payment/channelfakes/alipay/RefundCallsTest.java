package com.yuge.payment.channelfakes.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.channelfakes.alipay.RefundFault.Kind;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class RefundCallsTest {
  private static final String NO = "ORDER_1";

  private final Merchant merchant = new Merchant(URI.create("http://127.0.0.1:9/notify"));

  @BeforeEach
  void pay() {
    merchant.precreate(NO);
    String unused = merchant.client().pressPay(NO);
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void aPartialRefundLeavesTheTradeASuccess() {
    JsonNode refund = merchant.refund(NO, "R1", "8.88");

    assertThat(text(refund, "code", "fund_change", "refund_fee"))
        .containsExactly("10000", "Y", "8.88");
    assertThat(merchant.query(NO).path("trade_status").asString()).isEqualTo("TRADE_SUCCESS");
  }

  @Test
  void aFullRefundClosesTheTradeWhichStillSaysWhenItWasPaid() {
    merchant.refund(NO, "R1", "8.88");
    JsonNode last = merchant.refund(NO, "R2", "80.00");

    assertThat(text(last, "fund_change", "refund_fee")).containsExactly("Y", "88.88");
    JsonNode trade = merchant.query(NO);
    assertThat(text(trade, "trade_status", "send_pay_date"))
        .containsExactly("TRADE_CLOSED", "2026-11-22 20:00:00");
    assertThat(subCode(merchant.refund(NO, "R3", "0.01"))).isEqualTo("ACQ.TRADE_HAS_CLOSE");
  }

  @Test
  void aRepeatIsTheSameRefund() {
    merchant.refund(NO, "R1", "8.88");

    JsonNode repeat = merchant.refund(NO, "R1", "8.88");

    assertThat(text(repeat, "code", "fund_change", "refund_fee"))
        .containsExactly("10000", "N", "8.88");
    assertThat(merchant.client().trade(NO).path("refunded").asString()).isEqualTo("8.88");
  }

  @Test
  void aRepeatAfterTheLastRefundIsStillTheSame() {
    merchant.refund(NO, "R1", "88.88");

    assertThat(text(merchant.refund(NO, "R1", "88.88"), "code", "fund_change"))
        .containsExactly("10000", "N");
  }

  @Test
  void aRepeatWithAnotherAmountIsRefused() {
    merchant.refund(NO, "R1", "8.88");

    assertThat(subCode(merchant.refund(NO, "R1", "8.87")))
        .isEqualTo("ACQ.DISCORDANT_REPEAT_REQUEST");
  }

  @Test
  void tooMuchIsRefused() {
    assertThat(subCode(merchant.refund(NO, "R1", "88.89")))
        .isEqualTo("ACQ.REASON_TRADE_REFUND_FEE_ERR");
    merchant.refund(NO, "R2", "80.00");
    assertThat(subCode(merchant.refund(NO, "R3", "8.89")))
        .isEqualTo("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
    assertThat(merchant.client().trade(NO).path("refunded").asString()).isEqualTo("80.00");
  }

  @Test
  void aPartOfTheTradeNeedsANumber() {
    Map<String, String> part = Map.of("out_trade_no", NO, "refund_amount", "1.00");
    Map<String, String> whole = Map.of("out_trade_no", NO, "refund_amount", "88.88");

    assertThat(subCode(merchant.call("alipay.trade.refund", part)))
        .isEqualTo("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
    assertThat(text(merchant.call("alipay.trade.refund", whole), "fund_change"))
        .containsExactly("Y");
  }

  @Test
  void onlyAPaidTradeIsRefunded() {
    merchant.precreate("ORDER_2");
    assertThat(subCode(merchant.refund("ORDER_2", "R1", "1.00"))).isEqualTo("ACQ.TRADE_NOT_EXIST");
    String unused = merchant.client().scan("ORDER_2");
    assertThat(subCode(merchant.refund("ORDER_2", "R1", "1.00")))
        .isEqualTo("ACQ.TRADE_STATUS_ERROR");
    merchant.close("ORDER_2");
    assertThat(subCode(merchant.refund("ORDER_2", "R1", "1.00"))).isEqualTo("ACQ.TRADE_HAS_CLOSE");
    assertThat(merchant.client().finish(NO)).isEqualTo("TRADE_FINISHED");
    assertThat(subCode(merchant.refund(NO, "R1", "1.00"))).isEqualTo("ACQ.TRADE_HAS_FINISHED");
  }

  @Test
  void aQueryTellsThisRefundOnly() {
    merchant.refund(NO, "R1", "8.88");
    merchant.refund(NO, "R2", "1.00");

    assertThat(text(merchant.queryRefund(NO, "R2"), "refund_status", "refund_amount"))
        .containsExactly("REFUND_SUCCESS", "1.00");
    assertThat(merchant.queryRefund(NO, "R2").has("gmt_refund_pay")).isFalse();
  }

  @Test
  void aRefundThatIsNotThereIsA10000WithoutAStatus() {
    JsonNode none = merchant.queryRefund(NO, "R1");

    assertThat(none.path("code").asString()).isEqualTo("10000");
    assertThat(none.has("refund_status")).isFalse();
    assertThat(subCode(merchant.queryRefund("ORDER_2", "R1"))).isEqualTo("ACQ.TRADE_NOT_EXIST");
  }

  @Test
  void theTimeOfARefundIsToldOnDemand() {
    merchant.refund(NO, "R1", "8.88");

    JsonNode answer =
        merchant.call(
            "alipay.trade.fastpay.refund.query",
            Map.of(
                "out_trade_no",
                NO,
                "out_request_no",
                "R1",
                "query_options",
                List.of("gmt_refund_pay")));

    assertThat(answer.path("gmt_refund_pay").asString()).isEqualTo("2026-11-22 20:00:00");
  }

  @Test
  void aLateRefundIsNotDoneAtFirst() {
    merchant.client().spoil(NO, AlipayFaults.ofRefunds(RefundFault.of(Kind.LATE).doneAtQuery(2)));

    assertThat(text(merchant.refund(NO, "R1", "8.88"), "code", "fund_change", "refund_fee"))
        .containsExactly("10000", "N", "0.00");
    assertThat(merchant.queryRefund(NO, "R1").has("refund_status")).isFalse();
    assertThat(text(merchant.queryRefund(NO, "R1"), "refund_status", "refund_amount"))
        .containsExactly("REFUND_SUCCESS", "8.88");
  }

  @Test
  void aLateRefundMayBeSilent() {
    merchant.client().spoil(NO, AlipayFaults.ofRefunds(RefundFault.of(Kind.LATE_SILENT)));

    JsonNode refund = merchant.refund(NO, "R1", "8.88");
    assertThat(refund.path("code").asString()).isEqualTo("10000");
    assertThat(refund.has("fund_change")).isFalse();

    merchant.client().decideRefund("R1", "SUCCESS");
    assertThat(text(merchant.refund(NO, "R1", "8.88"), "fund_change", "refund_fee"))
        .containsExactly("N", "8.88");
  }

  @Test
  void aLateRefundThatFailsCanBeMadeAgainWithItsNumber() {
    merchant.client().spoil(NO, AlipayFaults.ofRefunds(RefundFault.of(Kind.LATE)));
    merchant.refund(NO, "R1", "8.88");
    merchant.client().decideRefund("R1", "FAILED");
    merchant.client().behave();

    assertThat(text(merchant.refund(NO, "R1", "8.88"), "fund_change")).containsExactly("Y");
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "NO_BALANCE", "DONE_AFTER_REFUSED"})
  void aRefusedRefundIsNotThere(Kind kind) {
    merchant.client().spoil(NO, AlipayFaults.ofRefunds(RefundFault.of(kind)));

    assertThat(merchant.refund(NO, "R1", "8.88").path("code").asString()).isEqualTo("40004");
    assertThat(merchant.queryRefund(NO, "R1").has("refund_status")).isFalse();
    assertThat(merchant.client().trade(NO).path("refunded").asString()).isEqualTo("0.00");
  }

  @Test
  void aRefusedRefundMayBeDoneAfterAllButNotTwice() {
    merchant.client().spoil(NO, AlipayFaults.ofRefunds(RefundFault.of(Kind.DONE_AFTER_REFUSED)));
    merchant.refund(NO, "R1", "80.00");
    merchant.refund(NO, "R2", "80.00");

    merchant.client().decideRefund("R1", "SUCCESS");

    assertThat(text(merchant.queryRefund(NO, "R1"), "refund_status"))
        .containsExactly("REFUND_SUCCESS");
    assertThatThrownBy(() -> merchant.client().decideRefund("R2", "SUCCESS"))
        .hasMessageContaining("409");
  }

  @Test
  void aRefusalMayBeUnsigned() {
    merchant.client().spoil(NO, AlipayFaults.ofRefunds(RefundFault.of(Kind.REFUSED_UNSIGNED)));

    String answer =
        merchant.post(
            Merchant.signed(
                merchant.parameters(
                    "alipay.trade.refund",
                    Map.of("out_trade_no", NO, "out_request_no", "R1", "refund_amount", "1.00"))));

    assertThat(answer).contains("ACQ.REASON_TRADE_REFUND_FEE_ERR").doesNotContain("\"sign\"");
  }

  private static List<String> text(JsonNode answer, String... names) {
    return Arrays.stream(names).map(name -> answer.path(name).asString("")).toList();
  }

  private static String subCode(JsonNode answer) {
    return answer.path("sub_code").asString();
  }
}
