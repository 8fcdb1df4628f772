package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.channelfakes.wechat.Merchant.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeWechatRequestsTest {
  private static final String NATIVE = "/v3/pay/transactions/native";

  private final Merchant merchant = new Merchant();

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void whatTheSdkSignsIsTakenAndAnsweredWithASignature() {
    Response response = merchant.open(Merchant.aNumber(), 9999, NOWHERE);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text("code_url")).startsWith("weixin://wxpay/bizpayurl?pr=");
    assertThat(response.isSigned()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer 1", "WECHATPAY2-SHA256-RSA2048 mchid=\"1\""})
  void anUnsignedRequestIsRefused(String authorization) {
    String outTradeNo = Merchant.aNumber();
    String body = merchant.order(outTradeNo, 9999, NOWHERE);

    Response response = merchant.send("POST", NATIVE, body, authorization);

    assertThat(response.refusal()).isEqualTo("401 SIGN_ERROR");
    assertThat(response.isSigned()).isTrue();
    assertThat(merchant.query(outTradeNo).refusal()).isEqualTo("404 ORDER_NOT_EXIST");
  }

  @Test
  void aSignatureOfAnotherKeyIsRefused() {
    String body = merchant.order(Merchant.aNumber(), 9999, NOWHERE);
    String other = RsaPem.of(RsaPem.pair().getPrivate());

    Response response =
        merchant.send("POST", NATIVE, body, merchant.authorization(other, "POST", NATIVE, body));

    assertThat(response.refusal()).isEqualTo("401 SIGN_ERROR");
  }

  @Test
  void aSignatureOfAnotherBodyOrPathIsRefused() {
    String number = Merchant.aNumber();
    String body = merchant.order(number, 9999, NOWHERE);
    String signed = merchant.authorization("POST", NATIVE, body);

    assertThat(merchant.send("POST", NATIVE, body + " ", signed).refusal())
        .isEqualTo("401 SIGN_ERROR");
    assertThat(merchant.send("POST", "/v3/pay/transactions/jsapi", body, signed).refusal())
        .isEqualTo("401 SIGN_ERROR");
    assertThat(merchant.send("POST", NATIVE, body, signed).status()).isEqualTo(200);
  }

  @Test
  void aReplayedRequestIsRefused() {
    String body = merchant.order(Merchant.aNumber(), 9999, NOWHERE);
    String signed = merchant.authorization("POST", NATIVE, body);

    assertThat(merchant.send("POST", NATIVE, body, signed).status()).isEqualTo(200);
    assertThat(merchant.send("POST", NATIVE, body, signed).refusal()).isEqualTo("401 SIGN_ERROR");
  }

  @Test
  void anOldRequestIsRefused() {
    String body = merchant.order(Merchant.aNumber(), 9999, NOWHERE);
    String signed = merchant.authorization("POST", NATIVE, body);

    merchant.clock.advance(Duration.ofMinutes(6));

    assertThat(merchant.send("POST", NATIVE, body, signed).refusal()).isEqualTo("401 SIGN_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "99.99", "1e3", "\"9999\"", "2147483648", "null"})
  void anAmountThatIsNoIntegerAboveZeroIsRefused(String total) {
    String body = merchant.order(Merchant.aNumber(), 9999, NOWHERE).replace(":9999", ":" + total);

    assertThat(merchant.send("POST", NATIVE, body).refusal()).isEqualTo("400 PARAM_ERROR");
  }

  @Test
  void anotherAppOrMerchantIsRefused() {
    String body = merchant.order(Merchant.aNumber(), 9999, NOWHERE);
    String otherApp = body.replace(Merchant.KEYS.appId(), "wx0000000000000000");
    String otherMerchant = body.replace(Merchant.KEYS.mchId(), "1900000000");

    assertThat(merchant.send("POST", NATIVE, otherApp).refusal())
        .isEqualTo("400 APPID_MCHID_NOT_MATCH");
    assertThat(merchant.send("POST", NATIVE, otherMerchant).refusal())
        .isEqualTo("400 APPID_MCHID_NOT_MATCH");
    assertThat(
            merchant
                .send("GET", "/v3/pay/transactions/out-trade-no/TEST1?mchid=1900000000", "")
                .refusal())
        .isEqualTo("400 PARAM_ERROR");
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() {
    assertThat(merchant.send("POST", NATIVE, "{").refusal()).isEqualTo("400 PARAM_ERROR");
  }
}
