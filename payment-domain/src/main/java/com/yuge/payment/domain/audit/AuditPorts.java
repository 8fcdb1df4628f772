package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.shared.Transactions;

/** What an audit reads and writes. */
public record AuditPorts(
    AuditReads reads,
    LimitSums limits,
    AuditRuns runs,
    AuditViolations violations,
    Transactions transactions) {}
