package com.yuge.payment.in.web;

import com.yuge.payment.in.web.ErrorCode.ErrorData;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.node.NullNode;

/** Puts the envelope into those error pages of Spring Boot that cannot be replaced. */
final class EnvelopeAttributes implements ErrorAttributes {
  private final ErrorResponses responses;

  EnvelopeAttributes(ErrorResponses responses) {
    this.responses = responses;
  }

  @Override
  public Map<String, @Nullable Object> getErrorAttributes(
      WebRequest asked, ErrorAttributeOptions options) {
    HttpServletRequest request = ((ServletWebRequest) asked).getRequest();
    ErrorCode errorCode = ErrorCode.dispatched(request);
    Envelope<ErrorData> envelope =
        Objects.requireNonNull(responses.answer(errorCode, request).getBody());
    HttpServletResponse response =
        Objects.requireNonNull(((ServletWebRequest) asked).getResponse());
    // The operators' port responds with the current status, which is 200 for a direct request. The
    // content type is explicit, so no Accept header can change the format.
    response.setStatus(errorCode.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    attributes.put("code", envelope.code());
    attributes.put("message", envelope.message());
    // Not a Java null: Jackson omits null values here.
    attributes.put("data", NullNode.getInstance());
    return attributes;
  }

  /** Returns null, because no error page prints the exception. */
  @Override
  public @Nullable Throwable getError(WebRequest request) {
    return null;
  }
}
