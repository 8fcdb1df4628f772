package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.Transactions;

/** The ports that the work on statements needs. */
public record StatementPorts(
    Statements statements,
    StatementFiles files,
    StatementLines lines,
    StatementBooks books,
    Discrepancies discrepancies,
    Outbox outbox,
    Transactions transactions) {}
