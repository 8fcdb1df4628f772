package com.yuge.payment.in.web;

import com.yuge.payment.in.web.ErrorCode.ErrorData;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Builds error responses in the caller's language. They never contain an exception's message. */
final class ErrorResponses {
  private static final String RETRY_AFTER_SECONDS = "1";

  private final Messages messages;
  private final TraceIds traceIds;

  ErrorResponses(Messages messages, TraceIds traceIds) {
    this.messages = messages;
    this.traceIds = traceIds;
  }

  ResponseEntity<Envelope<ErrorData>> answer(ApiException exception, HttpServletRequest request) {
    ErrorCode errorCode = exception.errorCode();
    String message = text(errorCode, request);
    return answer(errorCode, HttpHeaders.EMPTY, message, exception.data());
  }

  ResponseEntity<Envelope<ErrorData>> answer(ErrorCode errorCode, HttpServletRequest request) {
    return answer(errorCode, HttpHeaders.EMPTY, request);
  }

  ResponseEntity<Envelope<ErrorData>> answer(
      ErrorCode errorCode, HttpHeaders headers, HttpServletRequest request) {
    return answer(
        errorCode, headers, text(errorCode, request), errorCode.data(ErrorCode.Details.NONE));
  }

  private String text(ErrorCode errorCode, HttpServletRequest request) {
    return messages.text(request, "error." + errorCode.name(), traceIds.of(request));
  }

  ResponseEntity<Envelope<ErrorData>> invalid(InvalidRequest invalid, HttpServletRequest request) {
    String rule = messages.text(request, "rule." + invalid.rule());
    String message = messages.text(request, "invalid", invalid.field(), rule);
    return answer(ErrorCode.BAD_REQUEST, HttpHeaders.EMPTY, message, null);
  }

  private static ResponseEntity<Envelope<ErrorData>> answer(
      ErrorCode errorCode, HttpHeaders headers, String message, @Nullable ErrorData data) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(errorCode.status()).headers(headers);
    boolean passes = errorCode == ErrorCode.STORE_AWAY || errorCode == ErrorCode.CHANNEL_FAILED;
    if (passes && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
      answer = answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return answer
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Envelope<>(errorCode.code(), message, data));
  }
}
