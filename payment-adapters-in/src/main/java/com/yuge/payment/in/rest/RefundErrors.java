package com.yuge.payment.in.rest;

import com.yuge.payment.domain.refund.RefundCreation.Cause;
import com.yuge.payment.domain.refund.RefundCreation.Refused;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import java.math.BigDecimal;

/** Builds the error for a refund that was not created. */
final class RefundErrors {
  private RefundErrors() {}

  static ApiException of(Refused refused) {
    ErrorCode errorCode = errorCode(refused.cause());
    BigDecimal refundable = refused.refundable().setScale(Money.DECIMALS);
    return errorCode == ErrorCode.REFUND_EXCEEDS
        ? new ApiException(errorCode, ErrorCode.Details.refundable(refundable))
        : new ApiException(errorCode);
  }

  private static ErrorCode errorCode(Cause cause) {
    return switch (cause) {
      case NOT_PAID -> ErrorCode.REFUND_NOT_PAID;
      case AMOUNT_UNKNOWN -> ErrorCode.REFUND_AMOUNT_UNKNOWN;
      case CURRENCY -> ErrorCode.REFUND_OTHER_CURRENCY;
      case EXCEEDS -> ErrorCode.REFUND_EXCEEDS;
      case DIFFERENT -> ErrorCode.REFUND_DIFFERS;
      case TOO_MANY -> ErrorCode.REFUND_TOO_MANY;
      case TOO_OLD -> ErrorCode.REFUND_TOO_OLD;
      case NOT_WHOLE -> ErrorCode.REFUND_NOT_WHOLE;
      case RESOLVED -> ErrorCode.REFUND_OF_RESOLVED;
    };
  }
}
