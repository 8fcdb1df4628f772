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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.util.WebUtils;

/**
 * A request whose body throws when it is too long or too slow. It throws while the body is read,
 * not earlier: the error is then handled like any other, and the reader can record the bytes that
 * it already has.
 */
public final class LimitedRequest extends HttpServletRequestWrapper {
  private final int maxBytes;
  private final Duration timeout;
  private @Nullable ServletInputStream body;

  LimitedRequest(HttpServletRequest request, int maxBytes, Duration timeout) {
    super(request);
    this.maxBytes = maxBytes;
    this.timeout = timeout;
  }

  /** Returns the request with limits inside any wrappers that were added later. */
  public static LimitedRequest of(HttpServletRequest request) {
    return Objects.requireNonNull(
        WebUtils.getNativeRequest(request, LimitedRequest.class), "no limits on this request");
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    ServletInputStream bytes = bytes();
    if (!isUtf8()) {
      throw new ApiException(ErrorCode.NOT_JSON);
    }
    return bytes;
  }

  /** Returns the body in any charset, for a reader that records what it refuses. */
  public ServletInputStream bytes() throws IOException {
    if (body == null) {
      if (getContentLengthLong() > maxBytes) {
        throw new ApiException(ErrorCode.BODY_TOO_LARGE);
      }
      body = new LimitedStream(super.getInputStream(), maxBytes, timeout);
    }
    return body;
  }

  /**
   * Returns whether the named charset is UTF-8. JSON is UTF-8, so the body would be decoded as
   * UTF-8 under any other name.
   */
  private boolean isUtf8() {
    String contentType = getContentType();
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
