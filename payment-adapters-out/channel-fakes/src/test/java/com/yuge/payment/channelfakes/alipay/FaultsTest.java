package com.yuge.payment.channelfakes.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String QUERY = "alipay.trade.query";
  private static final String NO = "ORDER_1";

  private final Merchant merchant = new Merchant(URI.create("http://127.0.0.1:9/notify"));

  @BeforeEach
  void order() {
    merchant.precreate(NO);
    String unused = merchant.client().scan(NO);
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void anAnswerMayBeUnsigned() {
    merchant.client().spoil(NO, AlipayFaults.ofAnswers(OfAnswer.UNSIGNED));

    assertThat(query()).contains("WAIT_BUYER_PAY").doesNotContain("\"sign\"");
  }

  @Test
  void anAnswerMayBeSignedByAStranger() {
    merchant.client().spoil(NO, AlipayFaults.ofAnswers(OfAnswer.WRONG_SIGNATURE));

    assertThat(query()).contains("WAIT_BUYER_PAY", "\"sign\"");
    assertThat(Merchant.isSigned(QUERY, query())).isFalse();
  }

  @Test
  void theBusinessOrTheGatewayMayNotKnow() {
    merchant.client().spoil(NO, AlipayFaults.ofAnswers(OfAnswer.SYSTEM_ERROR));
    assertThat(merchant.query(NO).path("sub_code").asString()).isEqualTo("ACQ.SYSTEM_ERROR");

    merchant.client().spoil(NO, AlipayFaults.ofAnswers(OfAnswer.UNKNOWN_ERROR));
    assertThat(merchant.query(NO).path("code").asString()).isEqualTo("20000");
    assertThat(merchant.query(NO).path("sub_code").asString()).isEqualTo("aop.unknow-error");
  }

  @Test
  void aCallIsExecutedEvenIfItsAnswerGoesWrong() {
    merchant.client().spoil(NO, AlipayFaults.ofAnswers(OfAnswer.SYSTEM_ERROR));
    merchant.close(NO);

    assertThat(state()).isEqualTo("TRADE_CLOSED");
  }

  @Test
  void aCallThatIsTooFrequentIsNotExecuted() {
    merchant.client().spoil(NO, AlipayFaults.ofAnswers(OfAnswer.FREQUENCY_LIMITED));

    assertThat(merchant.close(NO).path("code").asString()).isEqualTo("40005");
    assertThat(state()).isEqualTo("WAIT_BUYER_PAY");
  }

  @Test
  void aFaultIsOfTheNamedCallsOnly() {
    merchant.client().spoil(AlipayFaults.ofAnswers(OfAnswer.SYSTEM_ERROR, Call.CLOSE));

    assertThat(merchant.query(NO).path("code").asString()).isEqualTo("10000");
    assertThat(merchant.close(NO).path("code").asString()).isEqualTo("40004");
    merchant.client().behave();
    assertThat(merchant.close(NO).path("sub_code").asString()).isEqualTo("ACQ.TRADE_STATUS_ERROR");
  }

  @Test
  void anAnswerMayBeAnErrorOrNoAnswerAtAll() throws Exception {
    merchant.client().spoil(AlipayFaults.ofAnswers(OfAnswer.ERROR));
    assertThat(asked(Duration.ofSeconds(20)).statusCode()).isEqualTo(500);

    merchant.client().spoil(AlipayFaults.ofAnswers(OfAnswer.GARBAGE));
    assertThat(asked(Duration.ofSeconds(20)).body()).startsWith("<html>");
  }

  @Test
  void anAnswerMayNeverCome() {
    merchant.client().spoil(AlipayFaults.ofAnswers(OfAnswer.DROP));
    assertThatThrownBy(() -> asked(Duration.ofSeconds(20)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);

    merchant.client().spoil(AlipayFaults.ofAnswers(OfAnswer.HANG));
    assertThatThrownBy(() -> asked(Duration.ofMillis(300)))
        .isInstanceOf(HttpTimeoutException.class);
  }

  private HttpResponse<String> asked(Duration patience) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(merchant.fake.gatewayUrl())
            .timeout(patience)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Merchant.encoded(signedQuery())))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private String query() {
    return merchant.post(signedQuery());
  }

  private Map<String, String> signedQuery() {
    return Merchant.signed(merchant.parameters(QUERY, Map.of("out_trade_no", NO)));
  }

  private String state() {
    return merchant.client().trade(NO).path("state").asString();
  }
}
