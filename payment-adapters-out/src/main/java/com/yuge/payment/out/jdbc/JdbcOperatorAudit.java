package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.operations.OperatorAudit;
import com.yuge.payment.domain.outbox.operations.OperatorAuditEntry;
import com.yuge.payment.domain.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link OperatorAudit} in t_outbox_audit. */
final class JdbcOperatorAudit implements OperatorAudit {
  private static final Logger log = LoggerFactory.getLogger(JdbcOperatorAudit.class);

  private final JdbcClient jdbc;
  private final Transactions transactions;

  JdbcOperatorAudit(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void record(OperatorAuditEntry entry) {
    JdbcTransactions.require("recording an operator's action");
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_outbox_audit (operator, action, subject, affected, reason, created_at)
                VALUES (:by, :action, :subject, :affected, :reason, :at)
                """)
            .param("by", entry.reason().by())
            .param("action", entry.action().name())
            .param("subject", entry.subject())
            .param("affected", entry.affected())
            .param("reason", entry.reason().reason())
            .param("at", Utc.column(entry.at()))
            .update());
    transactions.afterCommit(
        () ->
            log.info(
                "Outbox: {} of {}, {} affected, {}",
                entry.action(),
                entry.subject().isEmpty() ? "all" : entry.subject(),
                entry.affected(),
                entry.reason().text()));
  }
}
