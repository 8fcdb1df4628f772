package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.wechat.Merchant.Response;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeWechatTradesTest {
  private final Merchant merchant = new Merchant();

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void aPaidTradeAnswersItsPayment() {
    String outTradeNo = merchant.open(NOWHERE);
    assertThat(merchant.state(outTradeNo)).isEqualTo("NOTPAY");

    assertThat(merchant.client.pressPay(outTradeNo)).isEqualTo("SUCCESS");

    Response paid = merchant.query(outTradeNo);
    assertThat(paid.isSigned()).isTrue();
    assertThat(paid.text("trade_state")).isEqualTo("SUCCESS");
    assertThat(paid.json().at("/amount/total").asInt()).isEqualTo(9999);
    assertThat(paid.text("transaction_id"))
        .isNotEmpty()
        .isEqualTo(merchant.client.trade(outTradeNo).path("transactionId").asString());
  }

  @Test
  void aFailedPaymentLeavesTheTradeUnpaid() {
    String outTradeNo = merchant.open(NOWHERE);

    assertThat(merchant.client.pressFail(outTradeNo)).isEqualTo("NOTPAY");
    assertThat(merchant.client.pressPay(outTradeNo)).isEqualTo("SUCCESS");
  }

  @Test
  void aRepeatGetsTheSameCodeAndOtherContentIsRefused() {
    String outTradeNo = Merchant.aNumber();
    String code = merchant.open(outTradeNo, 9999, NOWHERE).text("code_url");

    assertThat(merchant.open(outTradeNo, 9999, NOWHERE).text("code_url")).isEqualTo(code);
    assertThat(merchant.open(outTradeNo, 9998, NOWHERE).refusal())
        .isEqualTo("403 OUT_TRADE_NO_USED");
    assertThat(merchant.client.tradeOf(code).path("outTradeNo").asString()).isEqualTo(outTradeNo);
  }

  @Test
  void aPaidTradeIsNeitherOpenedAgainNorClosed() {
    String outTradeNo = merchant.open(NOWHERE);
    merchant.client.pressPay(outTradeNo);

    assertThat(merchant.open(outTradeNo, 9999, NOWHERE).refusal()).isEqualTo("400 ORDERPAID");
    assertThat(merchant.close(outTradeNo).refusal()).isEqualTo("400 ORDERPAID");
    assertThat(merchant.state(outTradeNo)).isEqualTo("SUCCESS");
  }

  @Test
  void aClosedTradeCanNoLongerBePaid() {
    String outTradeNo = merchant.open(NOWHERE);

    Response closed = merchant.close(outTradeNo);

    assertThat(closed.status()).isEqualTo(204);
    assertThat(closed.isSigned()).isTrue();
    assertThat(merchant.close(outTradeNo).status()).isEqualTo(204);
    assertThat(merchant.client.pressPay(outTradeNo)).isEqualTo("CLOSED");
    assertThat(merchant.open(outTradeNo, 9999, NOWHERE).refusal()).isEqualTo("400 ORDER_CLOSED");
  }

  @Test
  void anExpiredTradeCanNoLongerBePaidAndIsClosedLater() {
    String outTradeNo = merchant.open(NOWHERE);

    merchant.clock.advance(Merchant.TIME_TO_PAY);
    assertThat(merchant.client.pressPay(outTradeNo)).isEqualTo("NOTPAY");

    merchant.clock.advance(WechatTrade.CLOSES_AFTER_EXPIRY);
    assertThat(merchant.state(outTradeNo)).isEqualTo("CLOSED");
  }

  @Test
  void anUnknownTradeIsASignedRefusal() {
    Response unknown = merchant.query("TEST-UNKNOWN");

    assertThat(unknown.refusal()).isEqualTo("404 ORDER_NOT_EXIST");
    assertThat(unknown.isSigned()).isTrue();
    assertThat(merchant.close("TEST-UNKNOWN").refusal()).isEqualTo("404 ORDER_NOT_EXIST");
  }

  @Test
  void jsapiNeedsAPayerAndGivesAPrepayId() {
    String path = "/v3/pay/transactions/jsapi";
    String body = merchant.order(Merchant.aNumber(), 9999, NOWHERE);

    assertThat(merchant.send("POST", path, body).text("prepay_id")).startsWith("wx");
    assertThat(merchant.send("POST", path, body.replace("openid", "nobody")).refusal())
        .isEqualTo("400 PARAM_ERROR");
  }

  @Test
  void theBooksCountEachCall() {
    String outTradeNo = merchant.open(NOWHERE);
    merchant.query(outTradeNo);
    merchant.query(outTradeNo);

    assertThat(merchant.client.trade(outTradeNo).at("/calls/QUERY").asInt()).isEqualTo(2);
    assertThat(merchant.client.calls(Call.QUERY)).isEqualTo(2);
    assertThat(merchant.client.calls(Call.NATIVE)).isEqualTo(1);
  }

  @Test
  void aTestMayPayAnotherAmountAfterTheEnd() {
    String outTradeNo = merchant.open(NOWHERE);
    merchant.close(outTradeNo);

    String transactionId = merchant.client.pay(outTradeNo, "1.50");

    Response paid = merchant.query(outTradeNo);
    assertThat(paid.text("transaction_id")).isEqualTo(transactionId);
    assertThat(paid.json().at("/amount/total").asInt()).isEqualTo(150);
  }
}
