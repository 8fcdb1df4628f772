package com.yuge.payment.domain.limit;

/** The record of changes of limits. */
public interface LimitAudit {
  /** Writes the entry in the transaction of the change itself. */
  void record(LimitChange change);
}
