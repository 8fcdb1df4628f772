package com.yuge.payment.in.web;

import com.yuge.payment.in.web.Failure.Conflict;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Words a failure for the caller; never with what an exception says. */
final class FailureAnswers {
  private static final String RETRY_AFTER_SECONDS = "1";

  private final Messages messages;
  private final TraceIds traceIds;

  FailureAnswers(Messages messages, TraceIds traceIds) {
    this.messages = messages;
    this.traceIds = traceIds;
  }

  ResponseEntity<Envelope<Conflict>> answer(Failure failure, HttpServletRequest request) {
    return answer(failure, HttpHeaders.EMPTY, request);
  }

  ResponseEntity<Envelope<Conflict>> answer(
      Failure failure, HttpHeaders headers, HttpServletRequest request) {
    String message = messages.text(request, "failure." + failure.name(), traceIds.of(request));
    return answer(failure, headers, message);
  }

  ResponseEntity<Envelope<Conflict>> malformed(Malformed malformed, HttpServletRequest request) {
    String rule = messages.text(request, "rule." + malformed.rule());
    String message = messages.text(request, "invalid", malformed.field(), rule);
    return answer(Failure.BAD_REQUEST, HttpHeaders.EMPTY, message);
  }

  private static ResponseEntity<Envelope<Conflict>> answer(
      Failure failure, HttpHeaders headers, String message) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(failure.status()).headers(headers);
    boolean passes = failure == Failure.STORE_AWAY || failure == Failure.CHANNEL_FAILED;
    if (passes && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
      answer = answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return answer
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Envelope<>(failure.code(), message, failure.conflict()));
  }
}
