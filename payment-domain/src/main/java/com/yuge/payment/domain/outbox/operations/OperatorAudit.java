package com.yuge.payment.domain.outbox.operations;

/** The record of what operators did. */
public interface OperatorAudit {
  /** Written in the transaction of the change itself. */
  void record(OperatorAuditEntry entry);
}
