package com.yuge.payment.in.web;

import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.order.StalePayOrder;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.SlotNotOwned;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.in.web.ErrorCode.ErrorData;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Converts every exception of a controller to a response. */
@RestControllerAdvice
final class ErrorAdvice {
  private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

  private final ErrorResponses responses;

  ErrorAdvice(ErrorResponses responses) {
    this.responses = responses;
  }

  @ExceptionHandler
  ResponseEntity<Envelope<ErrorData>> invalid(InvalidRequest invalid, HttpServletRequest request) {
    return responses.invalid(invalid, request);
  }

  @ExceptionHandler
  ResponseEntity<Envelope<ErrorData>> refused(ApiException exception, HttpServletRequest request) {
    return responses.answer(exception, request);
  }

  @ExceptionHandler
  ResponseEntity<Envelope<ErrorData>> rateLimitExceeded(
      RateLimitExceeded many, HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, many.retryAfterSeconds());
    return responses.answer(ErrorCode.TOO_MANY, headers, request);
  }

  /** Handles unusable input: a value that the domain refuses, invalid JSON, an incomplete body. */
  @ExceptionHandler({HttpMessageNotReadableException.class, TypeMismatchException.class})
  ResponseEntity<Envelope<ErrorData>> unbound(
      NestedRuntimeException unbound, HttpServletRequest request) {
    Throwable cause = unbound.getMostSpecificCause();
    if (cause instanceof InvalidValue invalid) {
      return responses.invalid(InvalidRequest.of(invalid), request);
    }
    boolean isNoJson =
        unbound instanceof HttpMessageNotReadableException && !(cause instanceof IOException);
    return isNoJson
        ? responses.invalid(InvalidRequest.body(), request)
        : responses.answer(ErrorCode.BAD_REQUEST, request);
  }

  @ExceptionHandler({StoreUnavailable.class, StalePayOrder.class})
  ResponseEntity<Envelope<ErrorData>> storeAway(RuntimeException away, HttpServletRequest request) {
    log.warn("{} {} to be repeated: {}", request.getMethod(), path(request), oneLine(away));
    return responses.answer(ErrorCode.STORE_AWAY, request);
  }

  /** Handles a call that the router sent to the wrong service; a callback is not acknowledged. */
  @ExceptionHandler
  ResponseEntity<Envelope<ErrorData>> misdirected(SlotNotOwned slot, HttpServletRequest request) {
    log.warn("{} {} misdirected: {}", request.getMethod(), path(request), slot.getMessage());
    return responses.answer(ErrorCode.MISDIRECTED, request);
  }

  @ExceptionHandler
  ResponseEntity<Envelope<ErrorData>> channelFailed(
      ChannelUnavailable failed, HttpServletRequest request) {
    log.warn("{} {}: {}", request.getMethod(), path(request), oneLine(failed));
    HttpHeaders headers = new HttpHeaders();
    failed
        .retryAfter()
        .ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, RateLimitExceeded.seconds(wait)));
    return responses.answer(ErrorCode.CHANNEL_FAILED, headers, request);
  }

  /** Handles a connection that the caller closed. This is not an error of the service. */
  @ExceptionHandler
  void hungUp(AsyncRequestNotUsableException hungUp) {
    log.debug("The caller closed the connection", hungUp);
  }

  @ExceptionHandler
  ResponseEntity<Envelope<ErrorData>> other(Exception other, HttpServletRequest request) {
    if (other instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return responses.answer(ErrorCode.of(known.getStatusCode()), known.getHeaders(), request);
    }
    log.error("{} {} failed", request.getMethod(), path(request), other);
    return responses.answer(ErrorCode.BUG, request);
  }

  /** Returns the failure and its root cause in one line, even if a driver's message has several. */
  private static String oneLine(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    String text = cause == failure ? failure.toString() : failure + ", caused by " + cause;
    return text.replaceAll("\\s+", " ");
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI();
  }
}
