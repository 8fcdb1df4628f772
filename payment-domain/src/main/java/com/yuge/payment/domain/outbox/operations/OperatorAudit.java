package com.yuge.payment.domain.outbox.operations;

/** The record of operators' actions. */
public interface OperatorAudit {
  /** Writes the entry in the transaction of the change itself. */
  void record(OperatorAuditEntry entry);
}
