package com.yuge.payment.out.channel.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.in.callback.SentCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** Callbacks of scheme 2, beside the old one. */
class HmacCallbackHttpTest {
  private static final CallbackKey OLD = new CallbackKey("k1", "the-old-key-of-at-least-32-bytes");
  private static final CallbackKey NEW = new CallbackKey("k2", "the-new-key-of-at-least-32-bytes");

  private final PaymentHttp http =
      PaymentHttp.start(
          "payment.callback.keys[0].id=k1",
          "payment.callback.keys[0].secret=" + OLD.secret(),
          "payment.callback.keys[1].id=k2",
          "payment.callback.keys[1].secret=" + NEW.secret());
  private String payNo = "";

  @BeforeEach
  void aPayOrder() throws Exception {
    payNo = http.created("ORD-1");
  }

  @AfterEach
  void stop() {
    http.close();
  }

  private HmacPayloadV2 payload(Status status, String amount, String currency) {
    HmacPayloadV2 payload = HmacPayloads.of(status, "MOCK_1", amount, currency, "abc123");
    Md5Payload text = payload.text();
    return new HmacPayloadV2(
        new Md5Payload(status, text.nonce(), new PayNo(payNo), text.timestamp()),
        payload.tradeNo(),
        payload.amount());
  }

  private Answer send(HmacPayloadV2 told, String keyId, String signature) throws Exception {
    return send(http, json(told), keyId, signature);
  }

  private static Answer send(PaymentHttp http, String json, String keyId, String signature)
      throws Exception {
    return http.perform(
        post("/payments/mock-callback")
            .contentType(MediaType.APPLICATION_JSON)
            .header("X-Payment-Key-Id", keyId)
            .header("X-Payment-Signature", signature)
            .content(json));
  }

  private static String json(HmacPayloadV2 told) {
    return """
        {"payNo":"%s","callbackStatus":"%s","channelTradeNo":"%s","amount":"%s","currency":"%s",\
        "timestamp":"%s","nonce":"%s"}"""
        .formatted(
            told.text().payNo(),
            told.text().status(),
            told.tradeNo(),
            told.amount().amount(),
            told.amount().currency(),
            told.text().timestamp(),
            told.text().nonce());
  }

  @Test
  void whatTheChannelSignedIsProcessedUnderEveryActiveKey() throws Exception {
    HmacPayloadV2 paid = payload(Status.SUCCESS, "99.90", "CNY");

    Answer first = send(paid, "k1", HmacSignatures.sign(paid, OLD)).isOk();
    Answer second = send(paid, "k2", HmacSignatures.sign(paid, NEW)).isOk();

    assertThat(first.<String>at("$.data.result")).isEqualTo("PROCESSED");
    assertThat(second.<String>at("$.data.result")).isEqualTo("IGNORED");
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.SUCCESS);
  }

  @ParameterizedTest
  @CsvSource({"99.80, CNY", "99.90, USD"})
  void anotherAmountOrCurrencyIsAMismatch(String amount, String currency) throws Exception {
    HmacPayloadV2 paid = payload(Status.SUCCESS, amount, currency);

    Answer answer = send(paid, "k1", HmacSignatures.sign(paid, OLD)).isOk();

    assertThat(answer.<String>at("$.data.result")).isEqualTo("FAILED");
    assertThat(http.lastLogged().reason()).isEqualTo("MISMATCH");
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
    assertThat(http.store().trades())
        .extracting(trade -> trade.kind() + " " + trade.amount())
        .containsExactly("MISMATCH " + amount + " " + currency);
  }

  @Test
  void anotherTradeThanTheSignedOneIsForged() throws Exception {
    HmacPayloadV2 paid = payload(Status.SUCCESS, "99.90", "CNY");
    HmacPayloadV2 told = new HmacPayloadV2(paid.text(), new TradeNo("MOCK_2"), paid.amount());

    send(told, "k1", HmacSignatures.sign(paid, OLD)).is(401, "A0340");

    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
    assertThat(http.lastLogged().signatureValid()).isFalse();
  }

  /** It may be empty in the body or not be there: an empty field is what was signed. */
  @ParameterizedTest
  @ValueSource(strings = {"\"channelTradeNo\":\"\",", ""})
  void aFailureMayLackItsTrade(String tradeNo) throws Exception {
    HmacPayloadV2 named = payload(Status.FAILED, "99.90", "CNY");
    HmacPayloadV2 failed = new HmacPayloadV2(named.text(), null, named.amount());
    String json = json(named).replace("\"channelTradeNo\":\"MOCK_1\",", tradeNo);

    Answer answer = send(http, json, "k1", HmacSignatures.sign(failed, OLD)).isOk();

    assertThat(answer.<String>at("$.data.result")).isEqualTo("PROCESSED");
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.FAILED);
  }

  @Test
  void aSuccessMayNot() throws Exception {
    HmacPayloadV2 paid = payload(Status.SUCCESS, "99.90", "CNY");
    String json = json(paid).replace("MOCK_1", "");

    send(http, json, "k1", HmacSignatures.sign(paid, OLD)).is(400, "A0400").says("channelTradeNo");
  }

  /** Else whoever takes the headers off a proxy's hands could choose the weaker scheme. */
  @ParameterizedTest
  @ValueSource(strings = {"X-Payment-Key-Id", "X-Payment-Signature", "X-Payment-Signature-Version"})
  void anEmptyHeaderClaimsThisSchemeToo(String header) throws Exception {
    SentCallback md5 = SentCallback.of(payNo, "SUCCESS").signedBy(http.bean(CallbackSigner.class));
    String json =
        md5.json()
            .replace("\"signature\"", "\"amount\":\"99.90\",\"currency\":\"CNY\",\"signature\"");

    http.perform(
            post("/payments/mock-callback")
                .contentType(MediaType.APPLICATION_JSON)
                .header(header, "")
                .content(json))
        .is(401, "A0340");

    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
  }

  /** The trade number could be changed under the weaker one. */
  @Test
  void whoNamesAKeyIsNotBelievedByMd5() throws Exception {
    SentCallback md5 = SentCallback.of(payNo, "SUCCESS").signedBy(http.bean(CallbackSigner.class));
    String json =
        md5.json()
            .replace("\"signature\"", "\"amount\":\"99.90\",\"currency\":\"CNY\",\"signature\"");

    send(http, json, "k1", "0".repeat(64)).is(401, "A0340");
    send(http, json, "", "0".repeat(64)).is(401, "A0340");
    send(http, json, "k1", "").is(401, "A0340");

    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
  }

  @ParameterizedTest
  @CsvSource({
    "99.90, 99.9, amount",
    "99.90, 99.900, amount",
    "99.90, 1e2, amount",
    "99.90, -1.00, amount",
    "99.90, 0.00, amount",
    "CNY, cny, currency",
    "CNY, XYZ, currency"
  })
  void anAmountIsWrittenOneWayOnly(String good, String bad, String field) throws Exception {
    String json = json(payload(Status.SUCCESS, "99.90", "CNY")).replace(good, bad);

    send(http, json, "k1", "0".repeat(64)).is(400, "A0400").says(field + "：");
  }

  @Test
  void anAmountInAnMd5CallbackIsNotBelieved() throws Exception {
    SentCallback md5 = SentCallback.of(payNo, "SUCCESS").signedBy(http.bean(CallbackSigner.class));
    String json =
        md5.json()
            .replace("\"signature\"", "\"amount\":\"1.00\",\"currency\":\"CNY\",\"signature\"");

    Answer answer = http.post("/payments/mock-callback", json).isOk();

    assertThat(answer.<String>at("$.data.result")).isEqualTo("PROCESSED");
  }

  @Test
  void whereTheOldSchemeIsNotAcceptedItIsForged() throws Exception {
    try (PaymentHttp strict =
        PaymentHttp.start(
            "payment.callback.md5-accepted=false",
            "payment.callback.keys[0].id=k1",
            "payment.callback.keys[0].secret=" + OLD.secret())) {
      String strictPayNo = strict.created("ORD-1");

      SentCallback.of(strictPayNo, "SUCCESS").signAndSendTo(strict).is(401, "A0340");

      assertThat(strict.order(strictPayNo).status()).isEqualTo(PayStatus.INIT);
    }
  }
}
