package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.StoreTrouble;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In good form, and not from the channel. */
class ForgedCallbackHttpTest extends RejectedCallbacks {
  @Test
  void aForgedCallbackIsKeptWithWhatItClaims() throws Exception {
    SentCallback forged = genuine().signature(FORGED);

    forged.sendTo(http).is(401, "A0340").says("签名");

    isKeptOnly("BAD_SIGNATURE");
    assertThat(http.lastLogged().payNo()).isEqualTo(http.order(payNo).payNo());
    assertThat(http.lastLogged().status()).isEqualTo("SUCCESS");
    assertThat(http.lastLogged().payload()).isEqualTo(forged.json());
  }

  @Test
  void aForgeryDoesNotBurnTheGenuineCallback() throws Exception {
    genuine().signature(FORGED).sendTo(http).is(401, "A0340");

    Answer answer = genuine().sendTo(http).isOk();

    assertThat(answer.<String>at("$.data.result")).isEqualTo("PROCESSED");
  }

  @Test
  void aSignatureInLowerCaseIsForged() throws Exception {
    genuine()
        .signature(genuine().signature().toLowerCase(Locale.ROOT))
        .sendTo(http)
        .is(401, "A0340");

    isKeptOnly("BAD_SIGNATURE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"A1B2C3D4E5F6...\"", "\"\"", "7", "{}", "[null]", "true"})
  void whatCannotBeASignatureIsAWrongOne(String value) throws Exception {
    String json = genuine().json().replace('"' + genuine().signature() + '"', value);

    http.post("/payments/mock-callback", json).is(401, "A0340").says("签名");

    isKeptOnly("BAD_SIGNATURE");
  }

  @Test
  void anotherStatusThanTheSignedOneIsForged() throws Exception {
    SentCallback.of(payNo, "FAILED").signature(genuine().signature()).sendTo(http).is(401, "A0340");

    isKeptOnly("BAD_SIGNATURE");
  }

  /** One MD5 for both, made with md5sum; neither cut is in the grammars. */
  @ParameterizedTest
  @CsvSource({"77123, 456001", "77, 123456001"})
  void aReCutCallbackIsRefusedBeforeItsSignatureIsLookedAt(String nonce, String cutPayNo)
      throws Exception {
    SentCallback cut =
        SentCallback.of(cutPayNo, "SUCCESS")
            .nonce(nonce)
            .signature("5F45C1EC773B6B5E7FDDF3CD764A86FE");

    cut.sendTo(http).is(400, "A0400").says("nonce：");

    isKeptOnly("MALFORMED");
    assertThat(http.lastLogged().payNo()).isNull();
  }

  @Test
  void aCapturedCallbackCannotBeReCutForAnotherPayOrder() throws Exception {
    SentCallback captured = genuine();
    SentCallback cut =
        SentCallback.of(payNo.substring(3), "SUCCESS")
            .nonce(captured.nonce() + payNo.substring(0, 3))
            .signature(captured.signature());

    cut.sendTo(http).is(400, "A0400").says("payNo");

    isKeptOnly("MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", FORGED})
  void whenARejectionCannotBeKeptTheChannelSendsAgain(String wrong) throws Exception {
    http.bean(StoreTrouble.class)
        .strike(new StoreUnavailable("away", new IllegalStateException("refused")));

    genuine().signature(wrong).sendTo(http).is(503, "B0503");

    http.bean(StoreTrouble.class).end();
    assertThat(http.store().callbacks()).isEmpty();
  }

  @Test
  void aCallbackWithoutSignatureIsUnsigned() throws Exception {
    String signature = '"' + genuine().signature() + '"';
    String absent = genuine().json().replaceAll(",\\s+\"signature\": " + signature, "");
    String none = genuine().json().replace(signature, "null");

    http.post("/payments/mock-callback", absent).is(401, "A0340");
    http.post("/payments/mock-callback", none).is(401, "A0340");

    assertThat(absent).doesNotContain("signature");
    isKeptOnly("BAD_SIGNATURE");
  }
}
