package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.in.Json;
import com.yuge.payment.in.PaymentHttp;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyLimitHttpTest {
  private static final String PAY_ORDER = Json.order("ORD-1", "1");

  private final PaymentHttp http = PaymentHttp.start();

  @AfterEach
  void stop() {
    http.close();
  }

  private static String padded(int bytes) {
    return PAY_ORDER + " ".repeat(bytes - PAY_ORDER.length());
  }

  @Test
  void sixtyFourKibibytesAreTaken() throws Exception {
    http.post("/payments", padded(BodyLimit.MAX_BYTES)).isOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/payments", "/payments/PAY20240101123000000000000000099/pay"})
  void oneByteMoreIsRefused(String path) throws Exception {
    http.post(path, padded(BodyLimit.MAX_BYTES + 1)).is(413, "A0413");
  }

  @Test
  void aCallbackThatSaysThatItIsTooLongIsKeptWithoutItsBodyAndCounted() throws Exception {
    http.post("/payments/mock-callback", padded(BodyLimit.MAX_BYTES + 1)).is(413, "A0413");

    assertThat(http.lastLogged().reason()).isEqualTo("TOO_LARGE");
    assertThat(http.lastLogged().payload()).isEmpty();
    assertThat(
            http.bean(MeterRegistry.class)
                .counter("payment.callbacks", "result", "FAILED", "reason", "TOO_LARGE")
                .count())
        .isEqualTo(1);
  }

  @Test
  void aReaderIsBoundToo() throws Exception {
    assertThat(limited("12345", 5).getReader().readLine()).isEqualTo("12345");
    assertThatThrownBy(() -> limited("12345", 4).getReader().readLine())
        .isInstanceOf(ApiException.class);
  }

  @Test
  void aBodyInAnotherCharsetIsRefusedBeforeItIsRead() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContentType("application/json;charset=GBK");
    request.setContent(new byte[] {1, 2, 3});
    LimitedRequest limited = new LimitedRequest(request, 3, Duration.ofMinutes(1));

    assertThatThrownBy(limited::getInputStream).isInstanceOf(ApiException.class);
    assertThatThrownBy(limited::getInputStream).as("again").isInstanceOf(ApiException.class);
    assertThatThrownBy(limited::getReader).isInstanceOf(ApiException.class);

    assertThat(request.getInputStream()).hasBinaryContent(new byte[] {1, 2, 3});
  }

  private static LimitedRequest limited(String body, int maxBytes) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    return new LimitedRequest(request, maxBytes, Duration.ofMinutes(1));
  }

  /** As with a chunked body, whose end is known when it comes. */
  @Test
  void whatDoesNotTellItsLengthIsCounted() {
    byte[] body = {1, 2, 3, 4, 5};

    assertThatCode(() -> counted(body, 5).readAllBytes()).doesNotThrowAnyException();
    assertThatThrownBy(() -> counted(body, 4).readAllBytes()).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> readOneByOne(counted(body, 4))).isInstanceOf(ApiException.class);
  }

  private static LimitedStream counted(byte[] body, int maxBytes) {
    return new LimitedStream(
        new DelegatingServletInputStream(new ByteArrayInputStream(body)),
        maxBytes,
        Duration.ofMinutes(1));
  }

  private static void readOneByOne(InputStream body) throws IOException {
    int read = body.read();
    while (read >= 0) {
      read = body.read();
    }
  }
}
