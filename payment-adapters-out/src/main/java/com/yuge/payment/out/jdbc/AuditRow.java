package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditFact;
import java.time.Instant;
import java.util.List;

/** A row from which an audit reads one fact. */
record AuditRow(long number, Instant at, AuditFact fact) implements WalkedRow {
  @Override
  public List<AuditFact> facts() {
    return List.of(fact);
  }
}
