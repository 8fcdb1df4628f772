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
      body = new LimitedStream(super.getInputStream(), maxBytes, timeout);
    }
    return body;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    String named = getCharacterEncoding();
    Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }
}
