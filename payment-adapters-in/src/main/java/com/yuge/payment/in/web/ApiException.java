package com.yuge.payment.in.web;

import com.yuge.payment.in.web.ErrorCode.Details;
import com.yuge.payment.in.web.ErrorCode.ErrorData;
import org.jspecify.annotations.Nullable;

/** A request that gets an error response. It is not a bug, so it is not logged. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode errorCode;
  private final transient Details details;

  public ApiException(ErrorCode errorCode) {
    this(errorCode, Details.NONE);
  }

  public ApiException(ErrorCode errorCode, Details details) {
    super(errorCode.name());
    this.errorCode = errorCode;
    this.details = details;
  }

  public ErrorCode errorCode() {
    return errorCode;
  }

  /** The data of the response; null unless its status is 409 or 422. */
  @Nullable ErrorData data() {
    return errorCode.data(details);
  }
}
