package com.yuge.payment.consumer;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tags that this version of the kit knows. A newer service may publish others as well. */
public enum PaymentEventTag {
  PAYMENT_SUCCEEDED,
  PAYMENT_FAILED,
  PAYMENT_CLOSED,
  PAYMENT_LATE_SUCCEEDED,
  PAYMENT_MISMATCHED,
  PAYMENT_AMOUNT_DIFFERED,
  REFUND_SUCCEEDED,
  REFUND_FAILED,
  REFUND_LATE_SUCCEEDED,
  STATEMENT_MATCHED;

  private static final Map<String, PaymentEventTag> BY_NAME =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Enum::name, tag -> tag));

  /** The tag of this name; empty if this version of the kit does not know it. */
  public static Optional<PaymentEventTag> of(@Nullable String name) {
    return Optional.ofNullable(name).map(BY_NAME::get);
  }

  PaymentEvent read(EventFields fields) {
    return switch (this) {
      case PAYMENT_SUCCEEDED -> PaymentSucceeded.of(fields);
      case PAYMENT_FAILED -> PaymentFailed.of(fields);
      case PAYMENT_CLOSED -> PaymentClosed.of(fields);
      case PAYMENT_LATE_SUCCEEDED -> PaymentLateSucceeded.of(fields);
      case PAYMENT_MISMATCHED -> PaymentMismatched.of(fields);
      case PAYMENT_AMOUNT_DIFFERED -> PaymentAmountDiffered.of(fields);
      case REFUND_SUCCEEDED -> RefundSucceeded.of(fields);
      case REFUND_FAILED -> RefundFailed.of(fields);
      case REFUND_LATE_SUCCEEDED -> RefundLateSucceeded.of(fields);
      case STATEMENT_MATCHED -> StatementMatched.of(fields);
    };
  }
}
