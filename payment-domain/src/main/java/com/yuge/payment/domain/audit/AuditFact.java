package com.yuge.payment.domain.audit;

import java.util.List;

/** What one statement read about one thing, so that its parts belong together. */
public sealed interface AuditFact
    permits AuditedCallback,
        AuditedEvent,
        AuditedLimit,
        AuditedOrder,
        AuditedRefund,
        AuditedTrade,
        WaitingRow {
  /** Returns the rules that it breaks. */
  List<Finding> findings();
}
