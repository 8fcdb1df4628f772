package com.yuge.payment.domain.order;

/** Whether the payment was opened. */
public sealed interface OpenResult {
  /** One for each type, for a switch that the compiler completes. */
  enum Kind {
    BEGUN,
    REFUSED
  }

  Kind kind();

  PayOrder order();

  /** Whether the order is another than before. */
  boolean changed();

  /** The payer may pay: the order is PAYING. */
  record Begun(PayOrder order, boolean changed) implements OpenResult {
    @Override
    public Kind kind() {
      return Kind.BEGUN;
    }
  }

  /** Too late: the order is final or past its time. */
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
