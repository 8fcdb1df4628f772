package com.yuge.payment.domain.order;

/** Whether the payment was opened. */
public sealed interface OpenResult {
  PayOrder order();

  /** The payer may pay: the order is PAYING. */
  record Begun(PayOrder order, boolean changed) implements OpenResult {}

  /** Too late: the order is final or past its time. */
  record Refused(PayOrder order) implements OpenResult {}
}
