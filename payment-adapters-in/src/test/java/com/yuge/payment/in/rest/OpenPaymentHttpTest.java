package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.Json;
import com.yuge.payment.in.PaymentHttp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPaymentHttpTest {
  private final PaymentHttp http = PaymentHttp.start();

  @AfterEach
  void stop() {
    http.close();
  }

  @Test
  void thePayerIsToldWhereToPay() throws Exception {
    String payNo = http.created("ORD-1");

    Answer answer = http.pay(payNo).isOk();

    assertThat(answer.<String>at("$.data.payUrl")).isEqualTo("http://cashier.test/" + payNo);
    assertThat(answer.<String>at("$.data.status")).isEqualTo("PAYING");
    assertThat(answer.<String>at("$.data.statusDesc")).isEqualTo("支付中");
  }

  @Test
  void aRepeatGetsTheSameAddressWithoutAskingTheChannel() throws Exception {
    String payNo = http.created("ORD-1");
    String first = http.pay(payNo).isOk().at("$.data.payUrl");

    assertThat(http.pay(payNo).isOk().<String>at("$.data.payUrl")).isEqualTo(first);
    assertThat(http.bean(FakeChannel.class).opened()).hasSize(1);
  }

  @Test
  void anUnknownPayOrderCannotBePaid() throws Exception {
    http.pay("PAY20240101123000000000000000099").is(404, "A0404");
  }

  @Test
  void anExpiredPayOrderCanNoLongerBePaid() throws Exception {
    String payNo = http.created("ORD-1");
    http.clock().advance(Duration.ofMinutes(30));

    http.pay(payNo).is(409, "A0409").says("不能再支付");
  }

  @Test
  void aClosedPayOrderCanNoLongerBePaid() throws Exception {
    String payNo = http.created("ORD-1");
    http.close(payNo);

    http.pay(payNo).is(409, "A0409");
  }

  @Test
  void aFailingChannelIsTheChannelsFaultAndMayBeAskedAgain() throws Exception {
    String payNo = http.created("ORD-1");
    http.bean(FakeChannel.class).goAway(true);

    http.pay(payNo).is(502, "C0001");
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.PAYING);

    http.bean(FakeChannel.class).goAway(false);
    http.pay(payNo).isOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALIPAY", "WECHAT"})
  void noOrderIsMadeForAChannelThatIsNotInUse(String channel) throws Exception {
    String json = Json.order("ORD-1", "1", '"' + channel + '"');

    http.post("/payments", json).is(400, "A0400").says("channel：");
    http.get("/payments/order/ORD-1").is(404, "A0404");
  }

  @Test
  void aServiceWithoutAnyChannelSaysSo() throws Exception {
    try (PaymentHttp none = PaymentHttp.start("payment.mock.enabled=false")) {
      none.post("/payments", Json.order("ORD-1", "1")).is(400, "A0400").says("channel：");
    }
  }
}
