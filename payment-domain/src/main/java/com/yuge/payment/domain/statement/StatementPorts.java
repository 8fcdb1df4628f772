package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.Transactions;

/** What the work on statements reads and writes. */
public record StatementPorts(
    Statements statements,
    StatementFiles files,
    StatementLines lines,
    StatementBooks books,
    Discrepancies discrepancies,
    Outbox outbox,
    Transactions transactions) {}
