package com.yuge.payment.domain.order;

import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.shared.InvalidValue;
import java.time.Instant;

/** Whether the payment was opened. */
public sealed interface OpenResult {
  /** One constant for each type, so that the compiler checks that a switch is complete. */
  enum Kind {
    BEGUN,
    REFUSED,
    DIFFERENT,
    INVALID,
    OVER_LIMIT
  }

  Kind kind();

  PayOrder order();

  /** Whether the order has changed. */
  default boolean changed() {
    return false;
  }

  /** The payer may pay: the order is PAYING. */
  record Begun(PayOrder order, boolean changed) implements OpenResult {
    @Override
    public Kind kind() {
      return Kind.BEGUN;
    }
  }

  /** Too late: the order is final, has expired, or is about to. */
  record Refused(PayOrder order) implements OpenResult {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /** The payment was opened with another product, and the product of a payment never changes. */
  record Different(PayOrder order) implements OpenResult {
    @Override
    public Kind kind() {
      return Kind.DIFFERENT;
    }
  }

  /** The channel cannot open it with these options. */
  record Invalid(PayOrder order, InvalidValue why) implements OpenResult {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /**
   * A limit per day leaves too little. The order stays as it was, and may be opened later.
   *
   * @param resetsAt when the next day begins
   */
  record OverLimit(PayOrder order, LimitScope scope, Instant resetsAt) implements OpenResult {
    @Override
    public Kind kind() {
      return Kind.OVER_LIMIT;
    }
  }
}
