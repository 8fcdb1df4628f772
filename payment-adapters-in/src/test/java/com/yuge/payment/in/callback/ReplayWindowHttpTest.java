package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayWindowHttpTest {
  private final PaymentHttp http = PaymentHttp.start("payment.callback.max-skew=5m");
  private String payNo = "";

  @BeforeEach
  void aPayOrder() throws Exception {
    payNo = http.created("ORD-1");
  }

  @AfterEach
  void stop() {
    http.close();
  }

  private SentCallback sent(Duration fromNow) {
    long millis = http.clock().instant().plus(fromNow).toEpochMilli();
    return SentCallback.of(payNo, "SUCCESS").at(Long.toString(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT0S", "PT-5M"})
  void aCallbackInsideTheWindowIsProcessed(Duration fromNow) throws Exception {
    Answer answer = sent(fromNow).signAndSendTo(http).isOk();

    assertThat(answer.<String>at("$.data.result")).isEqualTo("PROCESSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M0.001S", "PT-5M-0.001S"})
  void aCallbackOutsideTheWindowIsKeptAndChangesNothing(Duration fromNow) throws Exception {
    sent(fromNow).signAndSendTo(http).is(401, "A0340").says("时间窗口");

    assertThat(http.lastLogged().reason()).isEqualTo("OUTSIDE_WINDOW");
    assertThat(http.lastLogged().signatureValid()).isTrue();
    assertThat(http.lastLogged().id()).isNull();
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
  }

  @Test
  void aForgeryLearnsNothingOfTheWindow() throws Exception {
    sent(Duration.ofDays(9)).signature("0".repeat(32)).sendTo(http).is(401, "A0340").says("签名");
  }
}
