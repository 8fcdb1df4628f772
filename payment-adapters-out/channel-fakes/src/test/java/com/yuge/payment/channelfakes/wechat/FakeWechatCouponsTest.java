package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A coupon lowers what the payer pays, and never what the order costs. */
class FakeWechatCouponsTest {
  private final Merchant merchant = new Merchant();
  private final String outTradeNo = merchant.open(NOWHERE);

  @BeforeEach
  void giveACoupon() {
    merchant.client.spoil(WechatFaults.NONE.coupon(new BigDecimal("10.00")));
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void thePayerPaysLess() {
    String unused = merchant.client.pressPay(outTradeNo);

    JsonNode paid = merchant.query(outTradeNo).json();

    assertThat(paid.at("/amount/total").asInt()).isEqualTo(9999);
    assertThat(paid.at("/amount/payer_total").asInt()).isEqualTo(8999);
    assertThat(paid.at("/promotion_detail/0/amount").asInt()).isEqualTo(1000);
    assertThat(merchant.client.trade(outTradeNo).at("/payments/0/payerTotal").asString())
        .isEqualTo("89.99");
  }

  @Test
  void aCouponPaysNoMoreThanTheOrder() {
    merchant.client.spoil(WechatFaults.NONE.coupon(new BigDecimal("100.00")));
    String unused = merchant.client.pressPay(outTradeNo);

    JsonNode paid = merchant.query(outTradeNo).json();

    assertThat(paid.at("/amount/payer_total").asInt()).isZero();
    assertThat(paid.at("/promotion_detail/0/amount").asInt()).isEqualTo(9999);
  }

  @Test
  void aRefundGivesTheCouponItsPartBack() {
    String unused = merchant.client.pressPay(outTradeNo);
    String transactionId = merchant.client.trade(outTradeNo).path("transactionId").asString();

    JsonNode refund = merchant.refund(transactionId, "R1", 5000, NOWHERE).json();

    assertThat(refund.at("/amount/refund").asInt()).isEqualTo(5000);
    assertThat(refund.at("/amount/payer_refund").asInt()).isEqualTo(4500);
    assertThat(refund.at("/amount/discount_refund").asInt()).isEqualTo(500);
    assertThat(refund.at("/amount/settlement_refund").asInt()).isEqualTo(5000);
    assertThat(refund.at("/amount/payer_total").asInt()).isEqualTo(8999);
  }

  @Test
  void withoutACouponThePayerPaysAll() {
    merchant.client.behave();
    String unused = merchant.client.pressPay(outTradeNo);

    JsonNode paid = merchant.query(outTradeNo).json();

    assertThat(paid.at("/amount/payer_total").asInt()).isEqualTo(9999);
    assertThat(paid.path("promotion_detail").size()).isZero();
  }
}
