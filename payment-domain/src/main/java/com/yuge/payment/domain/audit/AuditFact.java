package com.yuge.payment.domain.audit;

import java.util.List;

/** The data about one subject, read by one SQL statement, so all parts are from the same moment. */
public sealed interface AuditFact
    permits AuditedCallback,
        AuditedEvent,
        AuditedLimit,
        AuditedOrder,
        AuditedRefund,
        AuditedTrade,
        WaitingRow {
  /** Returns the rules that the data breaks. */
  List<Finding> findings();
}
