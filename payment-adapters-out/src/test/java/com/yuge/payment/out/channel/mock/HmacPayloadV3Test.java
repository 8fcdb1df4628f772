package com.yuge.payment.out.channel.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors were made with openssl, as in payment-adapters-in's README. */
class HmacPayloadV3Test {
  private static final CallbackKey KEY =
      new CallbackKey("key-1", "a-key-of-at-least-thirty-two-bytes");
  private static final String SIGNATURE =
      "9b29f4c2b066e0ab2c82b3e6eec109e2e06f96896ba9025d5b1cc16436371efa";
  private static final String SIGNATURE_V2 =
      "e979dc9bc8eb53665b197ad0cb5abbbbda6253e1e90702937815b8eb556b4527";
  private static final CallbackBody BODY =
      HmacPayloads.body(
          Map.of(
              "payNo", HmacPayloads.PAY_NO.value(),
              "callbackStatus", "SUCCESS",
              "channelTradeNo", "MOCK_1",
              "amount", "99.90",
              "currency", "CNY",
              "paidAt", "1704066900000",
              "timestamp", "1704067200000",
              "nonce", "abc123"));

  @ParameterizedTest
  @CsvSource({
    "key-1, a-key-of-at-least-thirty-two-bytes, SUCCESS, MOCK_1, 99.90, CNY, 1704066900000, abc123,"
        + SIGNATURE,
    "key-1, a-key-of-at-least-thirty-two-bytes, FAILED, , 99.90, CNY, , abc123,"
        + " b82c8c81fe07aed2be1766fd8fc5a8a56af16aa33c9f8cf866ecb6964eaeaf5c",
    "k.2, 密钥, SUCCESS, MOCK_1, 9999999999.99, JPY, 0000000000001, abc-123_,"
        + " 07cce879a78c2c802839efa06952704ea722efd6c7418310e6c48d779e882186"
  })
  void signaturesAreWhatTheSchemeSays(
      String keyId,
      String secret,
      Status status,
      @Nullable String tradeNo,
      String amount,
      String currency,
      @Nullable String paidAt,
      String nonce,
      String signature) {
    HmacPayloadV2 v2 = HmacPayloads.of(status, tradeNo, amount, currency, nonce);
    HmacPayloadV3 payload = new HmacPayloadV3(v2, paidAt);

    assertThat(HmacSignatures.sign(payload, new CallbackKey(keyId, secret))).isEqualTo(signature);
  }

  @Test
  void theVersionIsPartOfWhatIsSigned() {
    assertThat(read("3", SIGNATURE).genuine()).isTrue();
    assertThat(read("3", SIGNATURE_V2).genuine()).isFalse();
    for (String version : Arrays.asList(null, "2")) {
      assertThat(read(version, SIGNATURE_V2).genuine()).isTrue();
      assertThat(read(version, SIGNATURE).genuine()).isFalse();
    }
  }

  @Test
  void anEmptyVersionIsNone() {
    assertThat(read("", SIGNATURE_V2).genuine()).isFalse();
    assertThat(read("", SIGNATURE).genuine()).isFalse();
  }

  @Test
  void onlyTheVersionThatSignsPaidAtIsBelievedOfIt() {
    assertThat(read("3", SIGNATURE).result().paidAt())
        .isEqualTo(Instant.ofEpochMilli(1704066900000L));
    assertThat(read("2", SIGNATURE_V2).result().paidAt()).isNull();
  }

  private static MockCallback read(@Nullable String version, String signature) {
    return new SignatureVerifier(null, new HmacSignatures(List.of(KEY)))
        .read(BODY, new SignatureHeaders(KEY.id(), signature, version, true));
  }
}
