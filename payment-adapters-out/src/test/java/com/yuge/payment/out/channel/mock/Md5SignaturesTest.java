package com.yuge.payment.out.channel.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors were made with md5sum. */
class Md5SignaturesTest {
  private static final String SECRET = "ymall-payment-secret-key-2024";

  private static final PayNo PAY_NO = new PayNo("PAY20240101123000123000000000001");

  private static Md5Payload text(Status status) {
    return new Md5Payload(status, "abc123", PAY_NO, "1704067200000");
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, ymall-payment-secret-key-2024, EF3544386AA78F5310F16F891187D9B4",
    "FAILED, ymall-payment-secret-key-2024, 4118168B248E0B61AC9913F153254C7C",
    "SUCCESS, next-secret-2025, 1FC2D6782B31754639B34FCF2E937F61",
    "SUCCESS, 密钥, 7CEADE116E067AA5A74D3335EBB242E8"
  })
  void signaturesAreWhatTheProtocolSays(Status status, String secret, String signature) {
    assertThat(new Md5Signatures(List.of(secret)).sign(text(status))).isEqualTo(signature);
  }

  @Test
  void theCallbackIdIsWhatTheProtocolSays() {
    assertThat(text(Status.SUCCESS).callbackId().value())
        .isEqualTo("ac2d05caeb20b84a252465c22d4e86c3");
  }

  @Test
  void theFirstSecretSignsAndAllVerify() {
    Md5Signatures old = new Md5Signatures(List.of("old"));
    Md5Signatures rotating = new Md5Signatures(List.of("new", "old"));
    Md5Signatures rotated = new Md5Signatures(List.of("new"));
    Md5Payload text = text(Status.SUCCESS);

    assertThat(rotating.sign(text)).isEqualTo(rotated.sign(text));
    assertThat(rotating.verify(text, old.sign(text))).isTrue();
    assertThat(rotated.verify(text, old.sign(text))).isFalse();
  }

  @Test
  void anotherSignatureThanTheTextsIsForged() {
    Md5Signatures signatures = new Md5Signatures(List.of(SECRET));
    String genuine = signatures.sign(text(Status.SUCCESS));

    assertThat(signatures.verify(text(Status.SUCCESS), genuine)).isTrue();
    assertThat(signatures.verify(text(Status.FAILED), genuine)).isFalse();
    assertThat(signatures.verify(text(Status.SUCCESS), genuine.toLowerCase(java.util.Locale.ROOT)))
        .isFalse();
  }

  /** Why the grammars come first: SUCCESS|77123|456001 and SUCCESS|77|123456001 join to one. */
  @Test
  void withoutGrammarsOneSignatureFitsTwoPayOrders() {
    String tail = "1704067200000" + SECRET;
    byte[] one = Md5.of("SUCCESS" + "77123" + "456001" + tail);
    byte[] other = Md5.of("SUCCESS" + "77" + "123456001" + tail);

    assertThat(one).isEqualTo(other);
    assertThat(HexFormat.of().withUpperCase().formatHex(one))
        .isEqualTo("5F45C1EC773B6B5E7FDDF3CD764A86FE");
  }

  @ParameterizedTest
  @CsvSource({
    "abc12, 1704067200000",
    "abc 123, 1704067200000",
    "abc123, 170406720000",
    "abc123, 17040672000000",
    "abc123, 170406720000x"
  })
  void aTextOutOfItsGrammarIsNeverSigned(String nonce, String timestamp) {
    assertThatThrownBy(() -> new Md5Payload(Status.SUCCESS, nonce, PAY_NO, timestamp))
        .isInstanceOf(InvalidValue.class);
  }
}
