package com.yuge.payment.out.channel.mock;

import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.out.channel.ReplayWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The vectors were made with md5sum and openssl. */
class MockRefundCallbackTest {
  private static final CallbackKey KEY =
      new CallbackKey("key-1", "a-key-of-at-least-thirty-two-bytes");
  private static final String SECRET = "ymall-payment-secret-key-2024";
  private static final RefundNo REFUND_NO = new RefundNo("REF20240101123000123000000000001");
  private static final PayNo PAY_NO = HmacPayloads.PAY_NO;
  private static final Instant SENT_AT = Instant.ofEpochMilli(1704067200000L);
  private static final String MD5 = "253E7325757576790E0BF8F3840DF7C7";
  private static final String HMAC =
      "e0024a11f8f2af06762c1f4ad4e242fae5af725313c1ab4f1a2abe09d917e215";

  private final SettableClock clock = new SettableClock(SENT_AT, ZoneOffset.UTC);
  private final Md5Signatures md5 = new Md5Signatures(List.of(SECRET));
  private final Map<String, Object> body = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  @BeforeEach
  void done() {
    body.put("refundNo", REFUND_NO.value());
    body.put("status", "SUCCESS");
    body.put("amount", "40.00");
    body.put("currency", "CNY");
    body.put("channelRefundNo", "R1");
    body.put("refundedAt", "1704067100000");
    body.put("timestamp", "1704067200000");
    body.put("nonce", "abc123");
  }

  @Test
  void anHmacDecides() {
    signByHmac(HMAC);

    VerifiedRefundCallback callback = verified();

    assertThat(callback.refundNo()).isEqualTo(REFUND_NO);
    assertThat(callback.status()).isEqualTo("SUCCESS");
    assertThat(callback.answer())
        .isEqualTo(
            new RefundAnswer.Done(
                yuan("40.00"), new ChannelRefundNo("R1"), Instant.ofEpochMilli(1704067100000L)));
    assertThat(callback.id().value()).isEqualTo("3c60ad4606c38374be249c44c4d5f136");
  }

  @ParameterizedTest
  @EnumSource(names = "SUCCESS", mode = EnumSource.Mode.EXCLUDE)
  void whatDidNotGoBackHasNoTime(MockRefundStatus status) {
    body.put("status", status.name());
    body.remove("refundedAt");
    signByHmac(HmacSignatures.sign(payload(status, null), KEY));

    ChannelRefundNo number = new ChannelRefundNo("R1");
    RefundAnswer expected =
        switch (status) {
          case SUCCESS -> throw new IllegalArgumentException("excluded");
          case PROCESSING -> new RefundAnswer.Accepted(number);
          case ABNORMAL -> new RefundAnswer.Abnormal(new FailCode("ABNORMAL"), number);
          case CLOSED -> new RefundAnswer.Refused(new FailCode("CLOSED"), true);
        };
    assertThat(verified().answer()).isEqualTo(expected);
  }

  @Test
  void anMd5SaysOnlyThatThereIsNews() {
    body.put("signature", MD5);

    VerifiedRefundCallback callback = verified();

    assertThat(callback.answer()).isNull();
    assertThat(callback.refundNo()).isEqualTo(REFUND_NO);
    assertThat(callback.id().value()).isEqualTo("3c60ad4606c38374be249c44c4d5f136");
  }

  @ParameterizedTest
  @CsvSource({
    "refundNo, REF20240101123000123000000000002",
    "amount, 40.01",
    "currency, USD",
    "channelRefundNo, R2",
    "refundedAt, 1704067100001",
    "timestamp, 1704067200001",
    "nonce, abc124"
  })
  void anotherValueThanTheSignedOneIsForged(String field, String other) {
    signByHmac(HMAC);
    body.put(field, other);

    assertRefused(RefusalReason.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @CsvSource({
    "refundNo, REF20240101123000123000000000002",
    "status, CLOSED",
    "timestamp, 1704067200001",
    "nonce, abc124"
  })
  void anotherValueThanMd5SignedIsForged(String field, String other) {
    body.put("signature", MD5);
    body.put(field, other);

    assertRefused(RefusalReason.BAD_SIGNATURE);
  }

  @Test
  void withoutASignatureItIsForged() {
    assertRefused(RefusalReason.BAD_SIGNATURE);
  }

  @Test
  void aKeyThatIsNotKnownIsForged() {
    signByHmac(HMAC);
    headers.put("X-Payment-Key-Id", "key-2");

    assertRefused(RefusalReason.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "3", "01", "v1"})
  void anUnknownVersionIsForged(String version) {
    signByHmac(HMAC);
    headers.put("X-Payment-Signature-Version", version);

    assertRefused(RefusalReason.BAD_SIGNATURE);
  }

  @Test
  void withoutAVersionItIsForged() {
    signByHmac(HMAC);
    headers.remove("X-Payment-Signature-Version");

    assertRefused(RefusalReason.BAD_SIGNATURE);
  }

  @Test
  void aCallbackThatClaimsAnHmacIsNotBelievedByMd5() {
    signByHmac("0".repeat(64));
    body.put("signature", MD5);

    assertRefused(RefusalReason.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void anOldOneAndOneOfTheFutureAreRefused(long seconds) {
    signByHmac(HMAC);
    clock.advance(Duration.ofSeconds(seconds));

    assertRefused(RefusalReason.OUTSIDE_WINDOW);
  }

  @ParameterizedTest
  @CsvSource({
    "refundNo, REF1",
    "refundNo, PAY20240101123000123000000000001",
    "status, FAILED",
    "status, REFUND",
    "amount, 40",
    "amount, 0.00",
    "currency, cny",
    "channelRefundNo, ''",
    "refundedAt, ''",
    "refundedAt, 170406710000",
    "timestamp, 170406720000",
    "nonce, abc12"
  })
  void aFieldOutOfItsGrammarIsNamed(String field, String other) {
    signByHmac(HMAC);
    body.put(field, other);

    assertThat(refused().refusal()).isEqualTo(RefusalReason.MALFORMED);
    assertThat(refused().invalid())
        .isNotNull()
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field));
  }

  @Test
  void anAmountThatIsANumberIsMalformed() {
    signByHmac(HMAC);
    body.put("amount", 40.00);

    assertRefused(RefusalReason.MALFORMED);
  }

  @Test
  void whatWasNotRefundedCannotHaveATime() {
    signByHmac(HMAC);
    body.put("status", "CLOSED");

    assertRefused(RefusalReason.MALFORMED);
  }

  @Test
  void aCallbackAboutARefundNeverSettlesAPayment() {
    signByHmac(HMAC);

    CallbackReading reading = read("payments");

    assertThat(((CallbackReading.Refused) reading).refusal()).isEqualTo(RefusalReason.MALFORMED);
  }

  @Test
  void aCallbackAboutAPaymentIsRefusedAtTheAddressOfRefunds() {
    body.clear();
    body.put("payNo", PAY_NO.value());
    body.put("callbackStatus", "SUCCESS");
    body.put("channelTradeNo", "MOCK_1");
    body.put("timestamp", "1704067200000");
    body.put("nonce", "abc123");
    body.put("signature", md5.sign(payment()));

    assertThat(read("payments")).isInstanceOf(CallbackReading.Verified.class);
    assertRefused(RefusalReason.MALFORMED);
  }

  /** The same signature with the fields that the other kind needs as well. */
  @Test
  void aPaymentsSignatureFitsNoRefund() {
    body.put("payNo", PAY_NO.value());
    body.put("callbackStatus", "SUCCESS");
    body.put("channelTradeNo", "MOCK_1");
    body.put("signature", md5.sign(payment()));

    assertThat(read("payments")).isInstanceOf(CallbackReading.Verified.class);
    assertRefused(RefusalReason.BAD_SIGNATURE);
  }

  @Test
  void aRefundsSignatureFitsNoPayment() {
    body.put("payNo", PAY_NO.value());
    body.put("callbackStatus", "SUCCESS");
    body.put("channelTradeNo", "MOCK_1");
    body.put("signature", MD5);

    assertThat(read("refunds")).isInstanceOf(CallbackReading.VerifiedRefund.class);
    assertThat(((CallbackReading.Refused) read("payments")).refusal())
        .isEqualTo(RefusalReason.BAD_SIGNATURE);
  }

  /** The signed text "SUCCESS" + nonce + "PAY…" would have to begin its refund number later. */
  @Test
  void noCutOfAPaymentsTextIsARefund() {
    String text = payment().joined();
    String tail = text.substring(text.length() - 13 - 32, text.length() - 13);

    assertThat(RefundNo.GRAMMAR.accepts(tail)).isFalse();
    assertThat(PayNo.GRAMMAR.accepts(tail)).isTrue();
  }

  @Test
  void anHmacAboutAPaymentIsForgedAboutARefund() {
    HmacPayloadV2 payment = HmacPayloads.of(Status.SUCCESS, "MOCK_1", "40.00", "CNY", "abc123");
    signByHmac(HmacSignatures.sign(payment, KEY));

    assertRefused(RefusalReason.BAD_SIGNATURE);
  }

  @Test
  void whereMd5IsNotAcceptedItIsForged() {
    body.put("signature", MD5);
    HmacSignatures hmac = new HmacSignatures(List.of(KEY));

    MockRefundCallback callback =
        new RefundSignatureVerifier(null, hmac)
            .read(RefundCallbackBody.read(json()), SignatureHeaders.of(raw("refunds")));

    assertThat(callback.genuine()).isFalse();
  }

  private static Md5Payload payment() {
    return new Md5Payload(Status.SUCCESS, "abc123", PAY_NO, "1704067200000");
  }

  private static HmacRefundPayload payload(MockRefundStatus status, @Nullable String refundedAt) {
    return new HmacRefundPayload(
        new Md5RefundPayload(status, "abc123", REFUND_NO, "1704067200000"),
        yuan("40.00"),
        new ChannelRefundNo("R1"),
        refundedAt);
  }

  private void signByHmac(String signature) {
    headers.put("X-Payment-Key-Id", KEY.id());
    headers.put("X-Payment-Signature", signature);
    headers.put("X-Payment-Signature-Version", "1");
  }

  private VerifiedRefundCallback verified() {
    return ((CallbackReading.VerifiedRefund) read("refunds")).callback();
  }

  private CallbackReading.Refused refused() {
    return (CallbackReading.Refused) read("refunds");
  }

  private void assertRefused(RefusalReason refusal) {
    assertThat(refused().refusal()).isEqualTo(refusal);
  }

  private CallbackReading read(String kind) {
    HmacSignatures hmac = new HmacSignatures(List.of(KEY));
    return new MockCallbackReader(
            new SignatureVerifier(md5, hmac),
            new RefundSignatureVerifier(md5, hmac),
            new ReplayWindow(Duration.ofMinutes(5), clock))
        .read(raw(kind));
  }

  private RawCallback raw(String kind) {
    headers.put("Content-Type", "application/json");
    return new RawCallback(kind, headers, json());
  }

  private byte[] json() {
    return JsonMapper.builder().build().writeValueAsString(body).getBytes(UTF_8);
  }
}
