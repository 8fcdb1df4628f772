package com.yuge.payment.in.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A request whose body refuses to be read when it is too long or too slow. Refused where it is read
 * and not earlier: there the refusal is answered like any other, and its reader may keep what came
 * first.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
  private final int maxBytes;
  private final Duration timeout;
  private @Nullable ServletInputStream body;

  LimitedRequest(HttpServletRequest request, int maxBytes, Duration timeout) {
    super(request);
    this.maxBytes = maxBytes;
    this.timeout = timeout;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      if (getContentLengthLong() > maxBytes) {
        throw new Refusal(Failure.BODY_TOO_LARGE);
      }
      if (!isUtf8(getContentType())) {
        throw new Refusal(Failure.NOT_JSON);
      }
      body = new LimitedStream(super.getInputStream(), maxBytes, timeout);
    }
    return body;
  }

  /** JSON is UTF-8; whatever else a caller names would be read as that. */
  private static boolean isUtf8(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    try {
      Charset charset = MediaType.parseMediaType(contentType).getCharset();
      return charset == null || charset.equals(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  @Override
  public BufferedReader getReader() throws IOException {
    String named = getCharacterEncoding();
    Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }
}
