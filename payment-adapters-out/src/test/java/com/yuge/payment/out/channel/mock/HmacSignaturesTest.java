package com.yuge.payment.out.channel.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult.Status;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors were made by an implementation in another language. */
class HmacSignaturesTest {
  private static final CallbackKey KEY =
      new CallbackKey("key-1", "a-key-of-at-least-thirty-two-bytes");
  private static final CallbackKey OTHER =
      new CallbackKey("key-2", "another-key-of-at-least-32-bytes-");
  private static final HmacPayloadV2 PAYLOAD =
      HmacPayloads.of(Status.SUCCESS, "MOCK_1", "99.90", "CNY", "abc123");

  @ParameterizedTest
  @CsvSource({
    "key-1, a-key-of-at-least-thirty-two-bytes, SUCCESS, MOCK_1, 99.90, CNY, abc123,"
        + " e979dc9bc8eb53665b197ad0cb5abbbbda6253e1e90702937815b8eb556b4527",
    "key-1, a-key-of-at-least-thirty-two-bytes, FAILED, , 99.90, CNY, abc123,"
        + " 4550a97f9a1d9286113505988232e19345baaae0b93b235f3fe95a2cc9f1e654",
    "k.2, 密钥, SUCCESS, MOCK_1, 9999999999.99, JPY, abc-123_,"
        + " 041272d9838f265b350be442dc9d45b3a9605b98e0722c9ca4c12c9b5aa9e479"
  })
  void signaturesAreWhatTheSchemeSays(
      String keyId,
      String secret,
      Status status,
      String tradeNo,
      String amount,
      String currency,
      String nonce,
      String signature) {
    HmacPayloadV2 payload = HmacPayloads.of(status, tradeNo, amount, currency, nonce);

    assertThat(HmacSignatures.sign(payload, new CallbackKey(keyId, secret))).isEqualTo(signature);
  }

  @Test
  void everyActiveKeyVerifiesUnderItsOwnName() {
    HmacSignatures rotating = new HmacSignatures(List.of(OTHER, KEY));

    assertThat(rotating.verify(PAYLOAD, signed("key-1", KEY))).isTrue();
    assertThat(rotating.verify(PAYLOAD, signed("key-2", OTHER))).isTrue();
    assertThat(rotating.verify(PAYLOAD, signed("key-2", KEY))).isFalse();
    assertThat(rotating.verify(PAYLOAD, signed("key-3", KEY))).isFalse();
    assertThat(new HmacSignatures(List.of(OTHER)).verify(PAYLOAD, signed("key-1", KEY))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "e979dc9bc8eb", "not hex at all", "0x"})
  void whatCannotBeASignatureIsAWrongOne(String signature) {
    HmacSignatures signatures = new HmacSignatures(List.of(KEY));

    assertThat(signatures.verify(PAYLOAD, new SignatureHeaders("key-1", signature, null, true)))
        .isFalse();
  }

  @Test
  void aSignatureInUpperCaseIsAWrongOne() {
    String upper = HmacSignatures.sign(PAYLOAD, KEY).toUpperCase(Locale.ROOT);

    assertThat(
            new HmacSignatures(List.of(KEY))
                .verify(PAYLOAD, new SignatureHeaders("key-1", upper, null, true)))
        .isFalse();
  }

  private static SignatureHeaders signed(String name, CallbackKey key) {
    return new SignatureHeaders(name, HmacSignatures.sign(PAYLOAD, key), null, true);
  }
}
