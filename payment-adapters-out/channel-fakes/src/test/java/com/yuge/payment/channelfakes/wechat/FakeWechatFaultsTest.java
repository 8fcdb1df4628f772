package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.NOWHERE;
import static com.yuge.payment.channelfakes.wechat.WechatFaults.ofAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.channelfakes.wechat.Merchant.Response;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FakeWechatFaultsTest {
  private final Merchant merchant = new Merchant();
  private final String outTradeNo = merchant.open(NOWHERE);

  @AfterEach
  void close() {
    merchant.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = OfAnswer.class,
      names = {"UNSIGNED", "WRONG_SIGNATURE", "WRONG_SERIAL", "PROBE"})
  void anAnswerMayHaveNoGoodSignature(OfAnswer fault) {
    merchant.client.spoil(outTradeNo, ofAnswers(fault, Call.QUERY));

    Response response = merchant.query(outTradeNo);

    assertThat(response.text("trade_state")).isEqualTo("NOTPAY");
    assertThat(response.isSigned()).isFalse();
  }

  @Test
  void anUnsignedCloseStillCloses() {
    merchant.client.spoil(outTradeNo, ofAnswers(OfAnswer.UNSIGNED, Call.CLOSE));

    Response closed = merchant.close(outTradeNo);

    assertThat(closed.status()).isEqualTo(204);
    assertThat(closed.header("Signature")).isEmpty();
    assertThat(merchant.state(outTradeNo)).isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @CsvSource({
    "FREQUENCY_LIMITED, 429 FREQUENCY_LIMITED",
    "RULE_LIMIT, 403 RULE_LIMIT",
    "NOT_FOUND, 404 ORDER_NOT_EXIST"
  })
  void aRefusalIsSignedAndDoesNothing(OfAnswer fault, String refusal) {
    merchant.client.spoil(ofAnswers(fault, Call.CLOSE));

    Response response = merchant.close(outTradeNo);

    assertThat(response.refusal()).isEqualTo(refusal);
    assertThat(response.isSigned()).isTrue();
    assertThat(merchant.state(outTradeNo)).isEqualTo("NOTPAY");
  }

  @Test
  void aSystemErrorIsSignedAndTheCallIsDone() {
    merchant.client.spoil(ofAnswers(OfAnswer.SYSTEM_ERROR, Call.CLOSE));

    Response response = merchant.close(outTradeNo);

    assertThat(response.refusal()).isEqualTo("500 SYSTEM_ERROR");
    assertThat(response.isSigned()).isTrue();
    assertThat(merchant.state(outTradeNo)).isEqualTo("CLOSED");
  }

  @Test
  void anErrorAndGarbageAreUnsigned() {
    merchant.client.spoil(ofAnswers(OfAnswer.ERROR));
    assertThat(merchant.query(outTradeNo).status()).isEqualTo(502);
    assertThat(merchant.query(outTradeNo).isSigned()).isFalse();

    merchant.client.spoil(ofAnswers(OfAnswer.GARBAGE));
    assertThat(merchant.query(outTradeNo).body()).startsWith("<html>");
    assertThat(merchant.query(outTradeNo).isSigned()).isFalse();
  }

  @Test
  void aDroppedCallIsCountedAndDone() {
    merchant.client.spoil(ofAnswers(OfAnswer.DROP, Call.CLOSE));

    assertThatThrownBy(() -> merchant.close(outTradeNo)).hasCauseInstanceOf(IOException.class);
    assertThat(merchant.client.trade(outTradeNo).at("/calls/CLOSE").asInt()).isPositive();
    assertThat(merchant.state(outTradeNo)).isEqualTo("CLOSED");
  }

  @Test
  void aHangingCallIsNotAnswered() {
    merchant.client.spoil(ofAnswers(OfAnswer.HANG, Call.QUERY));
    String path = Merchant.queryPath(outTradeNo);
    HttpRequest request =
        HttpRequest.newBuilder(merchant.fake.url().resolve(path))
            .header("Authorization", merchant.authorization("GET", path, ""))
            .timeout(Duration.ofMillis(500))
            .build();

    assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(merchant.client.calls(Call.QUERY)).isEqualTo(1);
  }

  @Test
  void theFaultsOfAllEndTogether() {
    merchant.client.spoil(ofAnswers(OfAnswer.ERROR));
    merchant.client.spoil(outTradeNo, ofAnswers(OfAnswer.GARBAGE));

    merchant.client.behave();

    assertThat(merchant.query(outTradeNo).isSigned()).isTrue();
  }
}
