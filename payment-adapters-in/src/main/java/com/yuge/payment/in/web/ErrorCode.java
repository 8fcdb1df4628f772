package com.yuge.payment.in.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * An error that a request is answered with: its HTTP status, and its code (A: caller, B: us, C: a
 * third party).
 */
public enum ErrorCode {
  BAD_REQUEST(400, "A0400"),
  BAD_SIGNATURE(401, "A0340"),
  OUTSIDE_WINDOW(401, "A0340"),
  NOT_AUTHENTICATED(401, "A0301"),
  NOT_ALLOWED(403, "A0301"),
  NO_SUCH_ORDER(404, "A0404"),
  NO_SUCH_PAYMENT(404, "A0404"),
  NO_SUCH_PATH(404, "A0404"),
  WRONG_METHOD(405, "A0405"),
  BODY_TOO_SLOW(408, "A0408"),
  ORDER_DIFFERS(409, "A0409", "DIFFERENT"),
  ORDER_ENDED(409, "A0409", "ENDED"),
  ORDER_EXPIRED(409, "A0409", "EXPIRED"),
  BODY_TOO_LARGE(413, "A0413"),
  NOT_JSON(415, "A0415"),
  TOO_MANY(429, "A0501"),
  BUG(500, "B0001"),
  CHANNEL_FAILED(502, "C0001"),
  STORE_AWAY(503, "B0503");

  private final int status;
  private final String code;
  private final @Nullable String cause;

  /**
   * What an answer with 409 has for data.
   *
   * @param cause which conflict it is, in no language
   */
  public record Conflict(String cause) {}

  ErrorCode(int status, String code) {
    this.status = status;
    this.code = code;
    this.cause = null;
  }

  ErrorCode(int status, String code, String cause) {
    this.status = status;
    this.code = code;
    this.cause = cause;
  }

  public int status() {
    return status;
  }

  String code() {
    return code;
  }

  @Nullable Conflict conflict() {
    return cause == null ? null : new Conflict(cause);
  }

  /** What the container dispatches a request for; one without a status came by itself, nowhere. */
  static ErrorCode dispatched(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? of(HttpStatusCode.valueOf(status))
        : NO_SUCH_PATH;
  }

  /** The error of a status that the framework or the container chose. */
  static ErrorCode of(HttpStatusCode chosen) {
    return switch (chosen.value()) {
      case 401 -> NOT_AUTHENTICATED;
      case 403 -> NOT_ALLOWED;
      case 404 -> NO_SUCH_PATH;
      case 405 -> WRONG_METHOD;
      case 408 -> BODY_TOO_SLOW;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> NOT_JSON;
      case 429 -> TOO_MANY;
      case 503 -> STORE_AWAY;
      // Tomcat's words for an encoding and a version that no caller of ours should speak.
      case 501, 505 -> BAD_REQUEST;
      default -> chosen.is4xxClientError() ? BAD_REQUEST : BUG;
    };
  }
}
