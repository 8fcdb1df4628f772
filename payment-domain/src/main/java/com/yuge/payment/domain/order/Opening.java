package com.yuge.payment.domain.order;

/** What became of the wish to pay. */
public sealed interface Opening {
  PayOrder order();

  /** The payer may pay: the order is PAYING. */
  record Begun(PayOrder order, boolean changed) implements Opening {}

  /** Too late: the order is final or past its time. */
  record Refused(PayOrder order) implements Opening {}
}
