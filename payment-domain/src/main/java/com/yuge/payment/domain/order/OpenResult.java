package com.yuge.payment.domain.order;

/** Whether the payment was opened. */
public sealed interface OpenResult {
  /** One constant for each type, so that the compiler checks that a switch is complete. */
  enum Kind {
    BEGUN,
    REFUSED
  }

  Kind kind();

  PayOrder order();

  /** Whether the order has changed. */
  boolean changed();

  /** The payer may pay: the order is PAYING. */
  record Begun(PayOrder order, boolean changed) implements OpenResult {
    @Override
    public Kind kind() {
      return Kind.BEGUN;
    }
  }

  /** Too late: the order is final or has expired. */
  record Refused(PayOrder order) implements OpenResult {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public boolean changed() {
      return false;
    }
  }
}
