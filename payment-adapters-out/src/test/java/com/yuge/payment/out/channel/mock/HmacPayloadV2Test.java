package com.yuge.payment.out.channel.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.InvalidValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing of what a channel says can be changed under its signature. */
class HmacPayloadV2Test {
  private static final CallbackKey KEY = new CallbackKey("k", "a-key-of-at-least-32-bytes-long.");

  @Property
  void aSignatureHoldsForWhatWasSigned(@ForAll("callbacks") Map<String, String> callback) {
    assertThat(verify(callback, sign(callback))).isTrue();
  }

  @Property
  void anotherValueOfAnyFieldBreaksIt(
      @ForAll("callbacks") Map<String, String> callback,
      @ForAll("callbacks") Map<String, String> other,
      @ForAll("names") String field) {
    Assume.that(!Objects.equals(callback.get(field), other.get(field)));
    Map<String, String> changed = new HashMap<>(callback);
    changed.put(field, Objects.requireNonNull(other.get(field)));

    assertThat(verify(changed, sign(callback))).isFalse();
  }

  @Property
  void anotherKeyIdBreaksIt(@ForAll("callbacks") Map<String, String> callback) {
    CallbackKey renamed = new CallbackKey("k2", KEY.secret());
    SignatureHeaders headers = new SignatureHeaders("k2", sign(callback), null, true);

    assertThat(new HmacSignatures(List.of(renamed)).verify(read(callback), headers)).isFalse();
  }

  @Property
  void whatIsMovedFromOneFieldToTheNextIsAnother(
      @ForAll("callbacks") Map<String, String> callback, @ForAll("names") String field) {
    Map<String, String> moved = new HashMap<>(callback);
    String value = Objects.requireNonNull(callback.get(field));
    moved.put(field, value.substring(0, value.length() - 1));
    moved.merge("nonce", value.substring(value.length() - 1), (nonce, tail) -> tail + nonce);
    Assume.that(!moved.equals(callback));

    assertThat(isReadable(moved) && verify(moved, sign(callback))).isFalse();
  }

  private static boolean isReadable(Map<String, String> callback) {
    try {
      return read(callback) != null;
    } catch (InvalidValue malformed) {
      return false;
    }
  }

  private static HmacPayloadV2 read(Map<String, String> callback) {
    return HmacPayloadV2.of(HmacPayloads.body(callback));
  }

  private static String sign(Map<String, String> callback) {
    return HmacSignatures.sign(read(callback), KEY);
  }

  private static boolean verify(Map<String, String> callback, String signature) {
    return new HmacSignatures(List.of(KEY))
        .verify(read(callback), new SignatureHeaders(KEY.id(), signature, null, true));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "payNo", "callbackStatus", "channelTradeNo", "amount", "currency", "timestamp", "nonce");
  }

  @Provide
  Arbitrary<Map<String, String>> callbacks() {
    return Combinators.combine(
            digits(29),
            Arbitraries.of("SUCCESS", "FAILED"),
            Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(64),
            Arbitraries.longs().between(1, 999_999_999_999L),
            Arbitraries.of("CNY", "USD", "EUR", "JPY"),
            digits(13),
            Arbitraries.strings().alpha().numeric().withChars("_-").ofMinLength(6).ofMaxLength(64))
        .as(HmacPayloadV2Test::callback);
  }

  private static Arbitrary<String> digits(int count) {
    return Arbitraries.strings().numeric().ofLength(count);
  }

  private static Map<String, String> callback(
      String payNo,
      String status,
      String tradeNo,
      long cents,
      String currency,
      String timestamp,
      String nonce) {
    return Map.of(
        "payNo", "PAY" + payNo,
        "callbackStatus", status,
        "channelTradeNo", tradeNo,
        "amount", "%d.%02d".formatted(cents / 100, cents % 100),
        "currency", currency,
        "timestamp", timestamp,
        "nonce", nonce);
  }
}
