package com.yuge.payment.in.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes an error response from a filter, before the request reaches Spring MVC. */
public final class ErrorWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ErrorResponses responses;

  ErrorWriter(ErrorResponses responses) {
    this.responses = responses;
  }

  public void write(ErrorCode errorCode, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(responses.answer(errorCode, request).getBody());
    response.setStatus(errorCode.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
