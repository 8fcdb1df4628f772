package com.yuge.payment.domain.order;

/** Every step taken on an order besides the plain path, for people to read later. */
public interface AuditTrail {
  void record(AuditEntry entry);
}
