package com.yuge.payment.in.web;

import com.yuge.payment.in.web.ErrorCode.Conflict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A request that gets an error response. It is not a bug, so it is not logged. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode errorCode;
  private final @Nullable BigDecimal refundable;

  public ApiException(ErrorCode errorCode) {
    this(errorCode, null);
  }

  /**
   * With what can still be given back.
   *
   * @param refundable with two decimals; null if that is not the reason
   */
  public ApiException(ErrorCode errorCode, @Nullable BigDecimal refundable) {
    super(errorCode.name());
    this.errorCode = errorCode;
    this.refundable = refundable;
  }

  public ErrorCode errorCode() {
    return errorCode;
  }

  /** The data of the response; null unless its status is 409. */
  @Nullable Conflict conflict() {
    return errorCode.conflict(refundable);
  }
}
