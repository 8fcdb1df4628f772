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
 * A request whose body refuses to be read when it is too long or too slow. Refused where it is read
 * and not earlier: there the refusal is answered like any other, and its reader may keep what came
 * first.
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

  /** The request as it passed the limits, whatever was put round it since. */
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

  /** The body whatever its charset, for a reader that keeps what it refuses. */
  public ServletInputStream bytes() throws IOException {
    if (body == null) {
      if (getContentLengthLong() > maxBytes) {
        throw new ApiException(ErrorCode.BODY_TOO_LARGE);
      }
      body = new LimitedStream(super.getInputStream(), maxBytes, timeout);
    }
    return body;
  }

  /** JSON is UTF-8; whatever else a caller names would be read as that. */
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
