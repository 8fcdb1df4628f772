package com.yuge.payment.in.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.yuge.payment.domain.limit.LimitScope;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** An error response: its HTTP status and its code (A: caller, B: service, C: third party). */
public enum ErrorCode {
  BAD_REQUEST(400, "A0400"),
  BAD_SIGNATURE(401, "A0340"),
  OUTSIDE_WINDOW(401, "A0340"),
  NOT_AUTHENTICATED(401, "A0301"),
  NOT_ALLOWED(403, "A0301"),
  NO_SUCH_ORDER(404, "A0404"),
  NO_SUCH_PAYMENT(404, "A0404"),
  NO_SUCH_REFUND(404, "A0404"),
  NO_SUCH_PATH(404, "A0404"),
  WRONG_METHOD(405, "A0405"),
  BODY_TOO_SLOW(408, "A0408"),
  ORDER_DIFFERS(409, "A0409", "DIFFERENT"),
  ORDER_ENDED(409, "A0409", "ENDED"),
  ORDER_EXPIRED(409, "A0409", "EXPIRED"),
  PRODUCT_DIFFERS(409, "A0409", "DIFFERENT"),
  PAYMENT_REFUNDING(409, "A0409", "REFUNDING"),
  REFUND_NOT_PAID(409, "A0409", "NOT_PAID"),
  REFUND_AMOUNT_UNKNOWN(409, "A0409", "AMOUNT_UNKNOWN"),
  REFUND_EXCEEDS(409, "A0409", "EXCEEDS"),
  REFUND_DIFFERS(409, "A0409", "DIFFERENT"),
  REFUND_TOO_MANY(409, "A0409", "TOO_MANY"),
  REFUND_TOO_OLD(409, "A0409", "TOO_OLD"),
  REFUND_OTHER_CURRENCY(409, "A0409", "CURRENCY"),
  REFUND_NOT_WHOLE(409, "A0409", "NOT_WHOLE"),
  REFUND_OF_RESOLVED(409, "A0409", "RESOLVED"),
  REFUND_ASKED(409, "A0409", "ASKED"),
  REFUND_DECIDED(409, "A0409", "DECIDED"),
  REFUND_NOT_DUE(409, "A0409", "NOT_DUE"),
  REFUND_UNDECIDED(409, "A0409", "UNDECIDED"),
  BODY_TOO_LARGE(413, "A0413"),
  NOT_JSON(415, "A0415"),
  MISDIRECTED(421, "A0421"),
  LIMIT_PER_TRANSACTION(422, "A0605", "PER_TRANSACTION"),
  LIMIT_PER_DAY(422, "A0605", "PER_DAY"),
  TOO_MANY(429, "A0501"),
  BUG(500, "B0001"),
  CHANNEL_FAILED(502, "C0001"),
  STORE_AWAY(503, "B0503");

  private final int status;
  private final String code;
  private final @Nullable String cause;

  /**
   * The data of a response with status 409 or 422.
   *
   * @param cause a code for the conflict or the limit, not translated
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ErrorData(String cause, @JsonUnwrapped Details details) {}

  /**
   * What the caller can act upon.
   *
   * @param refundable what can still be given back of the payment; only for a refund that exceeds
   *     it
   * @param scope whose limit it is, USER or MERCHANT; only for limits
   * @param resetsAt when the next day begins, local time; only for a limit per day
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"refundable", "scope", "resetsAt"})
  public record Details(
      @Nullable BigDecimal refundable, @Nullable String scope, @Nullable String resetsAt) {
    static final Details NONE = new Details(null, null, null);

    public static Details refundable(BigDecimal amount) {
      return new Details(amount, null, null);
    }

    public static Details limit(LimitScope scope, @Nullable String resetsAt) {
      return new Details(null, scope.name(), resetsAt);
    }
  }

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

  @Nullable ErrorData data(Details details) {
    return cause == null ? null : new ErrorData(cause, details);
  }

  /**
   * Returns the error for the container's error dispatch. A request without an error status was
   * sent to the error path directly, so it gets a 404.
   */
  static ErrorCode dispatched(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? of(HttpStatusCode.valueOf(status))
        : NO_SUCH_PATH;
  }

  /** Returns the error for a status that the framework or the container chose. */
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
      // Tomcat uses these for an unknown transfer encoding and an unknown HTTP version.
      case 501, 505 -> BAD_REQUEST;
      default -> chosen.is4xxClientError() ? BAD_REQUEST : BUG;
    };
  }
}
