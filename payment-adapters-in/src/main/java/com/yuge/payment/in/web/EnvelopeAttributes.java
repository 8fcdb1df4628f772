package com.yuge.payment.in.web;

import com.yuge.payment.in.web.ErrorCode.Conflict;
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

/** The envelope for those error pages of Spring Boot that cannot be replaced. */
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
    Envelope<Conflict> envelope =
        Objects.requireNonNull(responses.answer(errorCode, request).getBody());
    HttpServletResponse response =
        Objects.requireNonNull(((ServletWebRequest) asked).getResponse());
    // The operators' port answers with the status as it is, which is 200 for a direct request. The
    // content type is named, so that no Accept header can turn the answer into another one.
    response.setStatus(errorCode.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    attributes.put("code", envelope.code());
    attributes.put("message", envelope.message());
    // No Java null: the application leaves those out.
    attributes.put("data", NullNode.getInstance());
    return attributes;
  }

  /** Nobody prints one. */
  @Override
  public @Nullable Throwable getError(WebRequest request) {
    return null;
  }
}
