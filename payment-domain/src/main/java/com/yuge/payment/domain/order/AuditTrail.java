package com.yuge.payment.domain.order;

/** Records every step on an order outside the normal path, for people to read later. */
public interface AuditTrail {
  void record(AuditEntry entry);
}
