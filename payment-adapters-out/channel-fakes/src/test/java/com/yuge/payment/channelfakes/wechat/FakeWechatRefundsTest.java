package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.NOWHERE;
import static com.yuge.payment.channelfakes.wechat.WechatFaults.ofRefunds;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.wechat.Merchant.Response;
import com.yuge.payment.channelfakes.wechat.RefundFaults.Kind;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeWechatRefundsTest {
  private final Merchant merchant = new Merchant();
  private String outTradeNo;
  private String transactionId;

  @BeforeEach
  void pay() {
    outTradeNo = merchant.open(NOWHERE);
    transactionId = merchant.client.pay(outTradeNo, "99.99");
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  private Response refund(String refundNo, Object fen) {
    return merchant.refund(transactionId, refundNo, fen, NOWHERE);
  }

  @Test
  void aPartialRefundTurnsTheTradeIntoRefund() {
    Response refund = refund("R1", 1);

    assertThat(refund.text("status")).isEqualTo("SUCCESS");
    assertThat(refund.isSigned()).isTrue();
    assertThat(refund.json().at("/amount/refund").asInt()).isEqualTo(1);
    assertThat(merchant.state(outTradeNo)).isEqualTo("REFUND");
    assertThat(merchant.client.trade(outTradeNo).at("/payments/0/refunded").asString())
        .isEqualTo("0.01");
  }

  @Test
  void moreThanThePaymentIsRefused() {
    assertThat(refund("R1", 10_000).refusal()).isEqualTo("400 INVALID_REQUEST");
    assertThat(refund("R2", 9998).status()).isEqualTo(200);
    assertThat(refund("R3", 2).refusal()).isEqualTo("400 INVALID_REQUEST");
    assertThat(refund("R4", 1).status()).isEqualTo(200);
  }

  @Test
  void aRepeatIsTheSameRefundAndOtherContentIsRefused() {
    String refundId = refund("R1", 1).text("refund_id");

    assertThat(refund("R1", 1).text("refund_id")).isEqualTo(refundId);
    assertThat(refund("R1", 2).refusal()).isEqualTo("400 INVALID_REQUEST");
  }

  @Test
  void fiftyRefundsOfOneTradeAreTheMost() {
    for (int number = 0; number < 50; number++) {
      assertThat(refund("R" + number, 1).status()).isEqualTo(200);
    }

    assertThat(refund("R50", 1).refusal()).isEqualTo("400 INVALID_REQUEST");
  }

  @Test
  void anUnknownPaymentOrRefundIsASignedRefusal() {
    Response unknown = merchant.queryRefund("R-UNKNOWN");

    assertThat(unknown.refusal()).isEqualTo("404 RESOURCE_NOT_EXISTS");
    assertThat(unknown.isSigned()).isTrue();
    assertThat(merchant.refund("4200000", "R1", 1, NOWHERE).refusal())
        .isEqualTo("404 RESOURCE_NOT_EXISTS");
  }

  @Test
  void aLateRefundIsDoneAtTheQueryOrWhenDecided() {
    merchant.client.spoil(outTradeNo, ofRefunds(RefundFaults.of(Kind.LATE).doneAtQuery(2)));

    assertThat(refund("R1", 1).text("status")).isEqualTo("PROCESSING");
    assertThat(merchant.queryRefund("R1").text("status")).isEqualTo("PROCESSING");
    assertThat(merchant.queryRefund("R1").text("status")).isEqualTo("SUCCESS");

    merchant.client.spoil(outTradeNo, ofRefunds(RefundFaults.of(Kind.LATE)));
    refund("R2", 1);
    merchant.client.decideRefund("R2", "CLOSED");
    assertThat(merchant.queryRefund("R2").text("status")).isEqualTo("CLOSED");
  }

  @Test
  void aLateRefundIsDoneAfterItsTime() {
    merchant.client.spoil(outTradeNo, ofRefunds(RefundFaults.of(Kind.LATE).doneAfter(1)));

    refund("R1", 1);

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(merchant.queryRefund("R1").text("status")).isEqualTo("SUCCESS"));
  }

  @Test
  void aClosedRefundGivesNothingBackAndHoldsNothing() {
    merchant.client.spoil(outTradeNo, ofRefunds(RefundFaults.of(Kind.CLOSED)));
    assertThat(refund("R1", 9999).text("status")).isEqualTo("CLOSED");
    assertThat(merchant.state(outTradeNo)).isEqualTo("SUCCESS");

    merchant.client.behave();
    assertThat(refund("R2", 9999).text("status")).isEqualTo("SUCCESS");
  }

  @Test
  void anAbnormalRefundHoldsItsMoneyAndMayStillSucceed() {
    merchant.client.spoil(outTradeNo, ofRefunds(RefundFaults.of(Kind.ABNORMAL)));
    assertThat(refund("R1", 9999).text("status")).isEqualTo("ABNORMAL");
    assertThat(refund("R2", 1).refusal()).isEqualTo("400 INVALID_REQUEST");

    merchant.client.decideRefund("R1", "SUCCESS");
    assertThat(merchant.queryRefund("R1").text("status")).isEqualTo("SUCCESS");
  }

  @Test
  void refusedAndForgottenRefundsAreNotInTheBooks() {
    merchant.client.spoil(outTradeNo, ofRefunds(RefundFaults.of(Kind.REFUSED)));
    assertThat(refund("R1", 1).refusal()).isEqualTo("400 INVALID_REQUEST");
    merchant.client.spoil(outTradeNo, ofRefunds(RefundFaults.of(Kind.NOT_ENOUGH)));
    assertThat(refund("R1", 1).refusal()).isEqualTo("403 NOT_ENOUGH");
    merchant.client.spoil(outTradeNo, ofRefunds(RefundFaults.of(Kind.FORGOTTEN)));
    assertThat(refund("R1", 1).text("status")).isEqualTo("PROCESSING");

    assertThat(merchant.queryRefund("R1").refusal()).isEqualTo("404 RESOURCE_NOT_EXISTS");
  }

  @Test
  void refundsCloserThanTheSpacingAreTooFrequent() {
    merchant.client.spoil(outTradeNo, ofRefunds(RefundFaults.NONE.spaced(60)));
    assertThat(refund("R1", 1).status()).isEqualTo(200);

    assertThat(refund("R2", 1).refusal()).isEqualTo("429 FREQUENCY_LIMITED");
    merchant.clock.advance(Duration.ofSeconds(60));
    assertThat(refund("R2", 1).status()).isEqualTo(200);
  }
}
