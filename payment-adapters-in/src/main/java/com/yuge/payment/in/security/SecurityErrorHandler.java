package com.yuge.payment.in.security;

import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.ErrorWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Writes the error response for a missing key, and for a key that does not allow the call. */
record SecurityErrorHandler(ErrorWriter writer)
    implements AuthenticationEntryPoint, AccessDeniedHandler {
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    writer.write(ErrorCode.NOT_AUTHENTICATED, request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    writer.write(ErrorCode.NOT_ALLOWED, request, response);
  }
}
