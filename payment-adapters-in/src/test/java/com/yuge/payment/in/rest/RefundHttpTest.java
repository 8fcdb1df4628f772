package com.yuge.payment.in.rest;

import static com.yuge.payment.in.rest.RefundHttp.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.CreatePayOrder.Creation;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.in.StoreTrouble;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refunds as the shop asks for them. */
class RefundHttpTest {
  private final RefundHttp refunds = new RefundHttp();

  @AfterEach
  void stop() {
    refunds.close();
  }

  @Test
  void moneyGoesBackAndTheAnswerTellsIt() throws Exception {
    String payNo = refunds.paid("ORD-1");

    Map<String, Object> refund = refunds.refund(payNo, body("r1", "10.10")).isOk().at("$.data");

    String refundNo = String.valueOf(refund.get("refundNo"));
    assertThat(refundNo).matches("REF[0-9]{29}");
    assertThat(refund)
        .containsAllEntriesOf(
            Map.ofEntries(
                Map.entry("refundOrderNo", "r1"),
                Map.entry("payNo", payNo),
                Map.entry("orderNo", "ORD-1"),
                Map.entry("amount", 10.1),
                Map.entry("refundedTotal", 10.1),
                Map.entry("payAmount", 99.9),
                Map.entry("status", "SUCCESS"),
                Map.entry("statusDesc", "退款成功"),
                Map.entry("channel", "MOCK"),
                Map.entry("tradeNo", "T1-ORD-1"),
                Map.entry("channelRefundNo", "FAKE_" + refundNo),
                Map.entry("origin", "CALLER"),
                Map.entry("requestedBy", "anonymous"),
                Map.entry("reason", "out of stock"),
                Map.entry("asks", 1),
                Map.entry("overdue", false),
                Map.entry("createdAt", "2024-01-01T12:30:00"),
                Map.entry("refundedAt", "2024-01-01T12:30:00")))
        .doesNotContainKeys("failCode", "lastError", "lateAt");
  }

  @Test
  void aRefundIsReadByEitherNumberAndWithItsOrder() throws Exception {
    String payNo = refunds.paid("ORD-1");
    Map<String, Object> first = refunds.refund(payNo, body("r1", "10")).isOk().at("$.data");
    String second = refunds.refunded(payNo, "r2", "\"5.5\"");

    String path = "/payments/" + payNo + "/refunds";
    Map<String, Object> byOrderNo = refunds.http.get(path + "/order/r1").isOk().at("$.data");
    Map<String, Object> byNumber =
        refunds.get(String.valueOf(first.get("refundNo"))).isOk().at("$.data");

    assertThat(byNumber).isEqualTo(byOrderNo).containsEntry("refundedTotal", 15.5);
    assertThat(refunds.http.get(path).isOk().<List<String>>at("$.data[*].refundNo"))
        .containsExactly(String.valueOf(first.get("refundNo")), second);
  }

  @Test
  void aRepeatIsTheSameRefund() throws Exception {
    String payNo = refunds.paid("ORD-1");

    String first = refunds.refunded(payNo, "r1", "10");

    assertThat(refunds.refunded(payNo, "r1", "\"10.00\"")).isEqualTo(first);
    assertThat(refunds.channel.asked()).containsExactly("refund");
    assertThat(refunds.counted("CREATED")).isOne();
    assertThat(refunds.counted("SUCCEEDED")).isOne();
    assertThat(refunds.counted("UNCHANGED")).isZero();
  }

  /** An error would have the caller try again with another number. */
  @Test
  void doubtAboutTheChannelIsNoError() throws Exception {
    String payNo = refunds.paid("ORD-1");
    refunds.channel.goAway(true);

    Answer doubt = refunds.refund(payNo, body("r1", "10")).isOk();

    assertThat(doubt.<String>at("$.data.status")).isEqualTo("REFUNDING");
    assertThat(doubt.<String>at("$.data.statusDesc")).isEqualTo("退款中");
    assertThat(doubt.<String>at("$.data.lastError")).contains("away");
    assertThat(doubt.<Double>at("$.data.refundedTotal")).isZero();
    assertThat(refunds.counted("UNKNOWN")).isOne();
  }

  @Test
  void aDatabaseThatGoesAwayAfterTheCommitLeavesOneRefund() throws Exception {
    String payNo = refunds.paid("ORD-1");
    StoreTrouble trouble = refunds.http.bean(StoreTrouble.class);
    refunds.channel.beforeAnswer(
        () -> trouble.strike(new StoreUnavailable("away", new Exception("test"))));

    refunds.refund(payNo, body("r1", "10")).is(503, "B0503");
    trouble.end();

    Answer again = refunds.refund(payNo, body("r1", "10")).isOk();
    assertThat(again.<String>at("$.data.status")).isEqualTo("REFUNDING");
    assertThat(refunds.http.get("/payments/" + payNo + "/refunds").<List<String>>at("$.data[*]"))
        .hasSize(1);
  }

  @Test
  void aChannelWithoutRefundsPromisesNothing() throws Exception {
    try (PaymentHttp none = PaymentHttp.start("payment.mock.enabled=false")) {
      PayRequest asked =
          new PayRequest(
              new OrderNo("ORD-1"),
              Money.cny(new BigDecimal("99.90")),
              TestChannels.MOCK,
              null,
              Parties.UNSAID);
      Creation order = none.bean(CreatePayOrder.class).handle(asked);
      String payNo = order.order().payNo().value();
      none.paid(payNo, "T1", "99.90");

      none.post("/payments/" + payNo + "/refunds", body("r1", "10")).is(502, "C0001");

      assertThat(none.store().refunds()).isEmpty();
    }
  }

  @Test
  void whatWentBackIsShownWithTheOrder() throws Exception {
    String unpaid = refunds.http.created("ORD-2");
    String payNo = refunds.paid("ORD-1");
    Answer before = refunds.http.get("/payments/" + payNo).isOk();
    refunds.refunded(payNo, "r1", "10.50");
    refunds.channel.goAway(true);
    refunds.refunded(payNo, "r2", "5");

    Answer after = refunds.http.get("/payments/" + payNo).isOk();

    assertThat(before.body()).contains("\"refundedAmount\":0.00,\"refundingAmount\":0.00");
    assertThat(after.body()).contains("\"refundedAmount\":10.50,\"refundingAmount\":5.00");
    assertThat(after.<String>at("$.data.status")).isEqualTo("SUCCESS");
    assertThat(refunds.http.get("/payments/" + unpaid).isOk().body()).doesNotContain("refund");
  }
}
