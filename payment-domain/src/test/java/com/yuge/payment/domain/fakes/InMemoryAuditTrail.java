package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditTrail;

/** {@link AuditTrail} in memory. */
public final class InMemoryAuditTrail implements AuditTrail {
  private final InMemoryStore store;

  public InMemoryAuditTrail(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public void record(AuditEntry entry) {
    boolean unused = store.statement(() -> store.audits.insert(store.nextId(), entry));
  }
}
