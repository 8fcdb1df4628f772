package com.yuge.payment.out.channel.mock;

import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.ChannelCallException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Only what the channel signed, exactly as agreed, about this refund and call, counts. */
class MockRefundAnswerTest {
  private static final CallbackKey KEY =
      new CallbackKey("k1", "a-key-of-at-least-thirty-two-bytes");
  private static final String NONCE = "0123456789abcdef";
  private static final RefundRequest REQUEST =
      new RefundRequest(
          new RefundNo("REF20261122120000123000000000001"),
          new PayNo("PAY20261122120000123000000000001"),
          new TradeNo("T1"),
          yuan("40.00"),
          yuan("99.99"),
          REASON,
          null);

  private final Map<String, Object> fields = new LinkedHashMap<>();

  @BeforeEach
  void done() {
    fields.put("refundNo", REQUEST.refundNo().value());
    fields.put("nonce", NONCE);
    fields.put("result", "SUCCESS");
    fields.put("amount", "40.00");
    fields.put("currency", "CNY");
    fields.put("channelRefundNo", "R1");
    fields.put("refundedAt", "2026-11-22T12:00:00.123Z");
    fields.put("keyId", "k1");
  }

  @Test
  void aRefundAsAgreedCounts() {
    assertThat(signed())
        .isEqualTo(
            new RefundAnswer.Done(
                yuan("40.00"),
                new ChannelRefundNo("R1"),
                Instant.parse("2026-11-22T12:00:00.123Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "nothing"})
  void withoutASignatureItIsUnknown(String signature) {
    fields.put("signature", signature);

    assertNoAnswer("an answer without the channel's signature");
  }

  @ParameterizedTest
  @CsvSource({
    "result, NO_REFUND",
    "result, CLOSED",
    "code, REFUND_AMOUNT_REFUSED",
    "amount, 40.01",
    "currency, USD",
    "channelRefundNo, R2",
    "refundedAt, 2026-11-22T12:00:00.124Z",
    "keyId, k2",
    "keyId, ''"
  })
  void anotherValueThanTheSignedOneIsForged(String field, String other) {
    sign();
    fields.put(field, other);

    assertNoAnswer("an answer without the channel's signature");
  }

  @Test
  void theAnswerAboutAnotherRefundIsNone() {
    fields.put("refundNo", "REF20261122120000123000000000002");
    sign();

    assertNoAnswer("an answer about another refund");
  }

  /** Such as "no such refund", which was true before the refund was made. */
  @Test
  void anOldAnswerIsNoAnswerToAnotherCall() {
    fields.put("nonce", "fedcba9876543210");
    sign();

    assertNoAnswer("an answer to another call");
  }

  @Test
  void aFieldCannotMoveIntoItsNeighbour() {
    sign();
    fields.put("amount", "40.00C");
    fields.put("currency", "NY");

    assertNoAnswer("an answer without the channel's signature");
  }

  @Test
  void theSignatureOfACallbackIsNoneOfAnAnswer() {
    HmacRefundPayload callback =
        new HmacRefundPayload(
            new Md5RefundPayload(
                MockRefundStatus.SUCCESS, NONCE, REQUEST.refundNo(), "1704067200000"),
            yuan("40.00"),
            new ChannelRefundNo("R1"),
            "1704067200000");
    fields.put("signature", HmacSignatures.sign(callback, KEY));

    assertNoAnswer("an answer without the channel's signature");
  }

  @ParameterizedTest
  @CsvSource({
    "result, ''",
    "result, success",
    "result, UNKNOWN",
    "result, DENIED",
    "amount, 40",
    "amount, 0.00",
    "amount, ''",
    "currency, cny",
    "currency, ''",
    "channelRefundNo, ''",
    "channelRefundNo, R 1",
    "refundedAt, ''",
    "refundedAt, 1704067200000",
    "refundedAt, 2026-02-30T12:00:00Z"
  })
  void whatIsSignedButOutOfItsGrammarIsUnknown(String field, String other) {
    fields.put(field, other);
    sign();

    assertNoAnswer(null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROCESSING", "ABNORMAL", "CLOSED"})
  void anotherAmountIsUnknownUnlessItWentBack(String result) {
    fields.put("result", result);
    fields.put("amount", "40.01");
    sign();

    assertNoAnswer("a refund of another amount: 40.01 CNY");
  }

  /** The service records the contradiction. */
  @Test
  void anotherAmountThatWentBackIsTold() {
    fields.put("amount", "40.01");

    assertThat(signed())
        .isInstanceOfSatisfying(
            RefundAnswer.Done.class, told -> assertThat(told.amount()).isEqualTo(yuan("40.01")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_ENOUGH_BALANCE", "TOO_FREQUENT", "SYSTEM_ERROR", "CLOSED"})
  void aRefusalThatMayPassIsUnknown(String code) {
    fields.put("result", "REFUSED");
    fields.put("code", code);

    assertThat(signed().unknown())
        .hasValueSatisfying(reason -> assertThat(reason.cause()).isEqualTo(Cause.REFUSED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "'SUCCESS'", "<html>", "{}", "{'refundNo':null}"})
  void anythingElseIsAnError(String body) {
    ChannelCallException none =
        catchThrowableOfType(
            ChannelCallException.class,
            () -> MockRefundAnswer.read(body.replace('\'', '"').getBytes(UTF_8), REQUEST, NONCE));

    assertThat(none.reason().cause()).isEqualTo(Cause.ERROR);
  }

  private RefundAnswer signed() {
    sign();
    return read();
  }

  private void sign() {
    fields.put("signature", HmacSignatures.sign(unverified(), KEY));
  }

  // The fields as they are signed, even of an answer that the adapter refuses.
  private SignedFields unverified() {
    return keyId ->
        LengthPrefixed.of(
            List.of(
                "refund-answer-v1",
                keyId,
                text("refundNo"),
                text("nonce"),
                text("result"),
                text("code"),
                text("amount"),
                text("currency"),
                text("channelRefundNo"),
                text("refundedAt")));
  }

  private String text(String field) {
    return String.valueOf(fields.getOrDefault(field, ""));
  }

  private RefundAnswer read() {
    byte[] body = JsonMapper.builder().build().writeValueAsBytes(fields);
    return MockRefundAnswer.read(body, REQUEST, NONCE).verified(new HmacSignatures(List.of(KEY)));
  }

  private void assertNoAnswer(@Nullable String why) {
    ChannelCallException none = catchThrowableOfType(ChannelCallException.class, this::read);
    assertThat(none.reason().cause()).isEqualTo(Cause.ERROR);
    if (why != null) {
      assertThat(none).hasMessage(why);
    }
  }
}
