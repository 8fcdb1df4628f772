package com.yuge.payment.channelfakes.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {
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

  @ParameterizedTest
  @CsvSource({
    "biz_content, '{\"out_trade_no\":\"ORDER_2\"}', isv.invalid-signature",
    "notify_url, http://127.0.0.1:9/other, isv.invalid-signature",
    "extra, 1, isv.invalid-signature",
    "sign, '', isv.missing-signature",
    "sign, AAAA, isv.invalid-signature",
    "sign, '***', isv.invalid-signature",
    "app_id, 2021000000000000, isv.invalid-app-id",
    "app_id, '', isv.invalid-app-id",
    "sign_type, RSA, isv.invalid-signature-type",
    "sign_type, '', isv.missing-signature-type",
    "charset, GBK, isv.invalid-charset",
    "version, 2.0, isv.invalid-version",
    "timestamp, '', isv.missing-timestamp"
  })
  void aRequestThatIsChangedAfterItsSigningIsRefused(String name, String value, String subCode) {
    Map<String, String> parameters = new HashMap<>(signedQuery());
    parameters.put(name, value);

    assertThat(subCode(merchant.post(parameters))).isEqualTo(subCode);
  }

  @Test
  void anEmptyParameterIsNotSigned() {
    Map<String, String> parameters = new HashMap<>(signedQuery());
    parameters.put("app_auth_token", "");

    assertThat(merchant.post(parameters)).contains("WAIT_BUYER_PAY");
  }

  @Test
  void aRequestOfAnotherTimeIsRefused() {
    Map<String, String> old = signedQuery();
    merchant.clock.advance(Duration.ofMinutes(16));

    assertThat(subCode(merchant.post(old))).isEqualTo("isv.invalid-timestamp");
    assertThat(merchant.post(signedQuery())).contains("WAIT_BUYER_PAY");
  }

  @Test
  void aRefusalOfTheGatewayChangesNothing() {
    Map<String, String> close =
        merchant.parameters("alipay.trade.close", Map.of("out_trade_no", NO));
    close.put("sign", "AAAA");

    assertThat(Merchant.object("alipay.trade.close", merchant.post(close)).path("code").asString())
        .isEqualTo("40002");
    assertThat(merchant.client().trade(NO).path("state").asString()).isEqualTo("WAIT_BUYER_PAY");
  }

  @Test
  void anUnknownCallIsRefusedWithoutASignature() {
    Map<String, String> parameters = merchant.parameters("alipay.trade.invent", Map.of());

    assertThat(merchant.post(Merchant.signed(parameters)))
        .startsWith("{\"error_response\":")
        .contains("isv.invalid-method")
        .doesNotContain("\"sign\"");
  }

  @Test
  void aParameterThatComesTwiceIsRefused() {
    String query = "?" + Merchant.encoded(signedQuery());

    HttpResponse<String> once = merchant.browse("/gateway.do" + query);
    HttpResponse<String> twice = merchant.browse("/gateway.do" + query + "&version=1.0");

    assertThat(once.body()).contains("WAIT_BUYER_PAY");
    assertThat(twice.body()).contains("isv.invalid-parameter");
  }

  @Test
  void aCallWithoutAJsonObjectIsRefused() {
    Map<String, String> parameters = merchant.parameters(QUERY, Map.of());
    parameters.put("biz_content", "[]");

    assertThat(subCode(merchant.post(Merchant.signed(parameters))))
        .isEqualTo("isv.missing-biz-content");
  }

  @Test
  void callsAreCountedForATradeAndForAll() {
    merchant.query(NO);
    merchant.query(NO);
    merchant.query("ORDER_2");

    assertThat(merchant.client().calls(Call.QUERY)).isEqualTo(3);
    assertThat(merchant.client().calls(Call.CLOSE)).isZero();
    assertThat(merchant.client().trade(NO).path("calls").path("QUERY").asInt()).isEqualTo(2);
  }

  private Map<String, String> signedQuery() {
    return Merchant.signed(merchant.parameters(QUERY, Map.of("out_trade_no", NO)));
  }

  private static String subCode(String answer) {
    return Merchant.object(QUERY, answer).path("sub_code").asString();
  }
}
