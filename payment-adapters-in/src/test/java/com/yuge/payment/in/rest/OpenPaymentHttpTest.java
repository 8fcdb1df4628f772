package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelLimits;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.OpenTerms;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.Json;
import com.yuge.payment.in.PaymentHttp;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void thePayersClientIsToldWhatToDo() throws Exception {
    String code = http.created("ORD-1");
    Answer qr = http.pay(code).isOk();
    assertThat(qr.<String>at("$.data.payment.type")).isEqualTo("QR");
    assertThat(qr.<String>at("$.data.payment.payUrl")).isEqualTo("http://cashier.test/" + code);

    String page = http.created("ORD-2");
    Answer redirect =
        http.post(
                "/payments/" + page + "/pay",
                "{\"product\":\"PAGE\",\"returnUrl\":\"https://shop.test/done\"}")
            .isOk();
    assertThat(redirect.<String>at("$.data.payment.type")).isEqualTo("REDIRECT");
    assertThat(redirect.<String>at("$.data.payUrl"))
        .isEqualTo("http://page.test/" + page + "?return=https://shop.test/done");
    assertThat(redirect.<String>at("$.data.payment.payUrl"))
        .isEqualTo(redirect.<String>at("$.data.payUrl"));
  }

  @Test
  void anotherProductThanTheFirstIsAConflict() throws Exception {
    String payNo = http.created("ORD-1");
    http.pay(payNo).isOk();

    Answer answer =
        http.post("/payments/" + payNo + "/pay", "{\"product\":\"PAGE\"}").is(409, "A0409");

    assertThat(answer.<String>at("$.data.cause")).isEqualTo("DIFFERENT");
    http.post("/payments/" + payNo + "/pay", "{\"product\":\"QR\"}").isOk();
  }

  @Test
  void anAmountThatTheChannelDoesNotTakeIsRefusedAtOnce() throws Exception {
    http.bean(FakeChannel.class).limitsTo(ChannelLimits.upTo(PayOrderBook.PRICE));

    http.post("/payments", "{\"orderNo\":\"ORD-1\",\"amount\":100.00}")
        .is(400, "A0400")
        .says("amount");

    http.post("/payments", "{\"orderNo\":\"ORD-1\",\"amount\":99.99}").isOk();
  }

  @Test
  void aRepeatGetsTheSameAddressWithoutAskingTheChannel() throws Exception {
    String payNo = http.created("ORD-1");
    String first = http.pay(payNo).isOk().at("$.data.payUrl");

    assertThat(http.pay(payNo).isOk().<String>at("$.data.payUrl")).isEqualTo(first);
    assertThat(http.bean(FakeChannel.class).opened()).hasSize(1);
  }

  @Test
  void theChannelIsToldTheSameWordsAgain() throws Exception {
    String payNo = http.created("ORD-1");
    http.bean(FakeChannel.class).goAway(true);
    http.post("/payments/" + payNo + "/pay", "{\"payerId\":\"p-1\",\"clientIp\":\"192.0.2.1\"}")
        .is(502, "C0001");
    http.bean(FakeChannel.class).goAway(false);
    http.clock().advance(Duration.ofMinutes(1));

    http.post("/payments/" + payNo + "/pay", "{\"payerId\":\"p-2\"}").isOk();

    OpenTerms terms = Objects.requireNonNull(http.order(payNo).terms());
    assertThat(terms.payer()).isEqualTo(new Payer("p-1", "192.0.2.1"));
    assertThat(terms.subject()).isEqualTo(PayOrderBook.SUBJECT);
    assertThat(http.bean(FakeChannel.class).opened()).containsExactly(http.order(payNo).trade());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"payerId": ""} | payerId
          {"payerId": "a b"} | payerId
          {"payerId": 7} | payerId
          {"clientIp": "localhost"} | clientIp
          {"clientIp": "1"} | clientIp
          {"product": "qr"} | product
          {"product": "JSAPI"} | product
          {"returnUrl": "javascript:alert(1)"} | returnUrl
          []  | JSON
          """)
  void whoPaysIsToldByItsGrammarOrNotAtAll(String body, String said) throws Exception {
    String payNo = http.created("ORD-1");

    http.post("/payments/" + payNo + "/pay", body).is(400, "A0400").says(said);

    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
  }

  @Test
  void anUnknownPayOrderCannotBePaid() throws Exception {
    http.pay("PAY20240101123000000000000000099").is(404, "A0404");
  }

  @Test
  void anExpiredPayOrderCanNoLongerBePaid() throws Exception {
    String payNo = http.created("ORD-1");
    http.clock().advance(Duration.ofMinutes(30));

    Answer answer = http.pay(payNo).is(409, "A0409").says("已过期");
    assertThat(answer.<String>at("$.data.cause")).isEqualTo("EXPIRED");
  }

  @Test
  void aClosedPayOrderCanNoLongerBePaid() throws Exception {
    String payNo = http.created("ORD-1");
    http.close(payNo);

    Answer answer = http.pay(payNo).is(409, "A0409").says("已结束");
    assertThat(answer.<String>at("$.data.cause")).isEqualTo("ENDED");
  }

  @Test
  void aFailingChannelIsTheChannelsFaultAndMayBeAskedAgain() throws Exception {
    String payNo = http.created("ORD-1");
    http.bean(FakeChannel.class).goAway(true);

    assertThat(http.pay(payNo).is(502, "C0001").header("Retry-After")).isEqualTo("1");
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.PAYING);

    http.bean(FakeChannel.class).goAway(false);
    http.pay(payNo).isOk();
  }

  /** In whole seconds, rounded up: a repeat in time is not refused. */
  @ParameterizedTest
  @CsvSource({"PT0S, 1", "PT0.001S, 1", "PT8S, 8", "PT8.001S, 9", "PT10M, 600"})
  void aChannelThatIsLeftAloneIsToldWithHowLong(Duration left, String seconds) throws Exception {
    String payNo = http.created("ORD-1");
    http.bean(FakeChannel.class)
        .beforeAnswer(
            () -> {
              throw new ChannelUnavailable(
                  TestChannels.MOCK, new UnknownReason(Cause.NOT_ASKED, "left alone"), left);
            });

    Answer answer = http.pay(payNo).is(502, "C0001");

    assertThat(answer.response().getHeaders("Retry-After")).containsExactly(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALIPAY", "WECHAT", "PAYPAL"})
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
