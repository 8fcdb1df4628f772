package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;

class LimitedStreamTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void whatComesBehindItsTimeIsRefused() {
    assertThatThrownBy(() -> stream(new ByteArrayInputStream(new byte[1]), Duration.ZERO).read())
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.BODY_TOO_SLOW));
  }

  @Test
  void whatHasEndedIsNotSlow() throws IOException {
    assertThat(stream(InputStream.nullInputStream(), Duration.ZERO).read()).isNegative();
  }

  @Test
  void whatComesInTimeIsRead() throws IOException {
    assertThat(stream(new ByteArrayInputStream(new byte[] {-1}), LONG).read()).isEqualTo(255);
  }

  @Test
  void aBodyThatStopsIsTooSlow() {
    assertIsTooSlow(new SocketTimeoutException());
    assertIsTooSlow(new IOException(new SocketTimeoutException()));
  }

  @Test
  void aBodyThatBreaksOffIsNotSlow() {
    IOException broken = new IOException("reset");

    assertThatThrownBy(() -> stream(failing(broken), LONG).read()).isSameAs(broken);
  }

  private static void assertIsTooSlow(IOException told) {
    assertThatThrownBy(() -> stream(failing(told), LONG).read())
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.BODY_TOO_SLOW));
  }

  private static LimitedStream stream(InputStream body, Duration timeout) {
    return new LimitedStream(new DelegatingServletInputStream(body), 10, timeout);
  }

  private static InputStream failing(IOException errorCode) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw errorCode;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw errorCode;
      }
    };
  }
}
