package com.yuge.payment.out.channel.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.out.channel.ChannelCallException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only the text that Alipay signed is believed. */
class AlipayEnvelopeTest {
  private static final SignedText TEXT = new SignedText("alipay.trade.query");
  private static final String DONE = "{\"code\":\"10000\",\"msg\":\"好\",\"n\":{\"a\":[1,\"}\"]}}";
  private static final String REFUSED =
      "{\"code\":\"40002\",\"sub_code\":\"isv.invalid-signature\"}";

  @Test
  void aSignedAnswerIsRead() {
    assertThat(TEXT.read(TEXT.signed(DONE)).isDone()).isTrue();
    assertThat(TEXT.read(TEXT.signatureFirst(DONE)).isDone()).isTrue();
  }

  @Test
  void theTextIsTakenAsItStandsWithItsBlanks() {
    String spaced = "{ \"code\" :\n \"10000\" }";

    assertThat(TEXT.read(TEXT.signed(spaced)).isDone()).isTrue();
  }

  @Test
  void slashesMayBeEscapedAfterSigning() {
    String written = "{\"code\":\"10000\",\"qr_code\":\"https:\\/\\/qr.alipay.com\\/bax1\"}";
    String signed = written.replace("\\/", "/");

    assertThat(TEXT.read(TEXT.signed(written, signed)).text("qr_code"))
        .isEqualTo("https://qr.alipay.com/bax1");
    assertThat(TEXT.read(TEXT.signed(written)).text("qr_code"))
        .isEqualTo("https://qr.alipay.com/bax1");
  }

  @Test
  void aSignedRefusalUnderTheCommonNameIsRead() {
    String body = new String(TEXT.signed(REFUSED), UTF_8).replace(TEXT.name(), "error_response");

    assertThat(TEXT.read(body.getBytes(UTF_8)).isDone()).isFalse();
  }

  static Stream<Arguments> unbelieved() {
    String body = new String(TEXT.signed(DONE), UTF_8);
    String stranger = AnotherApp.KEYS.alipayPrivateKeyPem();
    return Stream.of(
        arguments(bytes("{\"" + TEXT.name() + "\":" + DONE + "}"), "an unsigned answer"),
        arguments(TEXT.body(DONE, "\"\""), "an unsigned answer"),
        arguments(TEXT.body(DONE, "null"), "an unsigned answer"),
        arguments(TEXT.body(DONE, "7"), "an unsigned answer"),
        arguments(TEXT.body(REFUSED, "\"\""), "isv.invalid-signature"),
        arguments(TEXT.body(DONE, "\"c3VjY2Vzcw==\""), "a wrong signature"),
        arguments(TEXT.body(DONE, "\"no base64 !\""), "a wrong signature"),
        arguments(TEXT.signedBy(stranger, DONE), "a wrong signature"),
        arguments(TEXT.signedBy(AlipayDesk.KEYS.appPrivateKeyPem(), DONE), "a wrong signature"),
        arguments(TEXT.signed(DONE.replace("10000", "40004"), DONE), "a wrong signature"),
        arguments(TEXT.signed(DONE.replace(",", " ,"), DONE), "a wrong signature"),
        arguments(TEXT.signed("{}", DONE), "a wrong signature"),
        arguments(new SignedText("alipay.trade.close").signed(DONE), "to another call"),
        arguments(bytes("{\"error_response\":" + REFUSED + "}"), "isv.invalid-signature"),
        arguments(
            bytes(body.replace(TEXT.name() + "\":", "x\":1,\"" + TEXT.name() + "\":[],\"y\":")),
            "to another call"),
        arguments(bytes(body.replaceFirst("\\{", "{\"sign\":\"x\",")), "not JSON"),
        arguments(bytes(body.replaceFirst("\\{", "{\"" + TEXT.name() + "\":{},")), "not JSON"),
        arguments(bytes(body + "{}"), "more than one"),
        arguments(bytes(body.substring(0, body.length() - 1)), "not JSON"),
        arguments(bytes("[" + body + "]"), "not a JSON object"),
        arguments(bytes("<html>busy</html>"), "not JSON"),
        arguments(bytes(""), "not a JSON object"),
        arguments(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"'}, "not JSON"));
  }

  @ParameterizedTest
  @MethodSource("unbelieved")
  void nothingElseIsBelieved(byte[] body, String why) {
    assertThatExceptionOfType(ChannelCallException.class)
        .isThrownBy(() -> TEXT.read(body))
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.reason().cause()).isEqualTo(Cause.ERROR));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
