package com.yuge.payment.out.channel.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.in.callback.SentCallback;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Callbacks of version 3, which say when the payer paid. */
class HmacV3CallbackHttpTest {
  private static final CallbackKey KEY = new CallbackKey("k1", "a-key-of-at-least-32-bytes-long.");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PaymentHttp http =
      PaymentHttp.start(
          "payment.callback.keys[0].id=k1", "payment.callback.keys[0].secret=" + KEY.secret());
  private final Map<String, String> paid = new LinkedHashMap<>();
  private String payNo = "";

  @BeforeEach
  void aPayOrderThatIsPaid() throws Exception {
    payNo = http.created("ORD-1");
    paid.put("payNo", payNo);
    paid.put("callbackStatus", "SUCCESS");
    paid.put("channelTradeNo", "MOCK_1");
    paid.put("amount", "99.90");
    paid.put("currency", "CNY");
    paid.put("paidAt", "1704066900000");
    paid.put("timestamp", "1704067200000");
    paid.put("nonce", "abc123");
  }

  @AfterEach
  void stop() {
    http.close();
  }

  @Test
  void whatTheChannelSignedIsProcessed() throws Exception {
    Answer answer = send(json(), "3", signV3()).isOk();

    assertThat(answer.<String>at("$.data.result")).isEqualTo("PROCESSED");
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.SUCCESS);
  }

  @Test
  void aFailureHasNoPaidAt() throws Exception {
    fails();

    Answer answer = send(json(), "3", signV3()).isOk();

    assertThat(answer.<String>at("$.data.result")).isEqualTo("PROCESSED");
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "payNo, PAY20240101123000123000000000009",
    "channelTradeNo, MOCK_2",
    "amount, 99.91",
    "currency, USD",
    "paidAt, 1704066900001",
    "timestamp, 1704067200001",
    "nonce, abc124"
  })
  void anotherValueThanTheSignedOneIsForged(String field, String other) throws Exception {
    String signature = signV3();
    paid.put(field, other);

    send(json(), "3", signature).is(401, "A0340");

    isForged();
  }

  @Test
  void anotherStatusThanTheSignedOneIsForged() throws Exception {
    String signature = signV3();
    fails();

    send(json(), "3", signature).is(401, "A0340");

    isForged();
  }

  @Test
  void withoutItsVersionHeaderItIsForged() throws Exception {
    send(json(), null, signV3()).is(401, "A0340");
    send(json(), "2", signV3()).is(401, "A0340");

    isForged();
  }

  @Test
  void aVersion2SignatureIsForgedInVersion3() throws Exception {
    send(json(), "3", signV2()).is(401, "A0340");

    isForged();
  }

  /** Such as a version that an attacker hopes is checked less. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1", "4", "03", "3.0", "v3", "two", "2,3", "-"})
  void anUnknownVersionIsForged(String version) throws Exception {
    send(json(), version, signV2()).is(401, "A0340");
    send(json(), version, signV3()).is(401, "A0340");

    isForged();
  }

  @Test
  void whoNamesAVersionIsNotBelievedByMd5() throws Exception {
    SentCallback md5 = SentCallback.of(payNo, "SUCCESS").signedBy(http.bean(CallbackSigner.class));
    String json = md5.json().replace("{", "{\"amount\":\"99.90\",\"currency\":\"CNY\",");

    http.perform(callback(json).header("X-Payment-Signature-Version", "2")).is(401, "A0340");

    isForged();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "2")
  void version2StaysAsItWas(@Nullable String version) throws Exception {
    Answer answer = send(json(), version, signV2()).isOk();

    assertThat(answer.<String>at("$.data.result")).isEqualTo("PROCESSED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "1704066900000",
        "\"170406690000\"",
        "\"17040669000000\"",
        "\"-704066900000\"",
        "\"2024-01-01T00:00:00Z\"",
        "\"١٧٠٤٠٦٦٩٠٠٠٠٠\"",
        "[\"1704066900000\"]"
      })
  void aPaidAtOutOfItsGrammarIsNamed(String value) throws Exception {
    String json = json().replace("\"1704066900000\"", value);

    send(json, "3", signV3()).is(400, "A0400").says("paidAt：");

    assertThat(http.lastLogged().reason()).isEqualTo("MALFORMED");
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
  }

  @Test
  void aSuccessWithoutPaidAtAndAFailureWithItAreMalformed() throws Exception {
    String signature = signV3();
    String failed = json().replace("SUCCESS", "FAILED");
    String silent = json().replace("\"paidAt\":\"1704066900000\",", "");

    send(failed, "3", signature).is(400, "A0400").says("paidAt：");
    send(silent, "3", signature).is(400, "A0400").says("paidAt：");

    assertThat(silent).doesNotContain("paidAt");
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
  }

  private void fails() {
    paid.put("callbackStatus", "FAILED");
    paid.remove("paidAt");
  }

  private void isForged() {
    assertThat(http.lastLogged().reason()).isEqualTo("BAD_SIGNATURE");
    assertThat(http.lastLogged().signatureValid()).isFalse();
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
  }

  private String signV3() {
    return HmacSignatures.sign(HmacPayloadV3.of(HmacPayloads.body(paid)), KEY);
  }

  private String signV2() {
    return HmacSignatures.sign(HmacPayloadV2.of(HmacPayloads.body(paid)), KEY);
  }

  private String json() {
    return JSON.writeValueAsString(paid);
  }

  /** Sends no version header where the version is null. */
  private Answer send(String json, @Nullable String version, String signature) throws Exception {
    MockHttpServletRequestBuilder request =
        callback(json).header("X-Payment-Key-Id", "k1").header("X-Payment-Signature", signature);
    return http.perform(
        version == null ? request : request.header("X-Payment-Signature-Version", version));
  }

  private static MockHttpServletRequestBuilder callback(String json) {
    return post("/payments/mock-callback").contentType(MediaType.APPLICATION_JSON).content(json);
  }
}
