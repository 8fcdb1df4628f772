package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.Intervention;
import com.yuge.payment.domain.outbox.Interventions;
import com.yuge.payment.domain.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Interventions} in t_outbox_audit. */
final class JdbcInterventions implements Interventions {
  private static final Logger log = LoggerFactory.getLogger(JdbcInterventions.class);

  private final JdbcClient jdbc;
  private final Transactions transactions;

  JdbcInterventions(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void record(Intervention intervention) {
    JdbcTransactions.require("recording an intervention");
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_outbox_audit (operator, action, subject, affected, reason, created_at)
                VALUES (:by, :action, :subject, :affected, :reason, :at)
                """)
            .param("by", intervention.reason().by())
            .param("action", intervention.action().name())
            .param("subject", intervention.subject())
            .param("affected", intervention.affected())
            .param("reason", intervention.reason().reason())
            .param("at", Utc.column(intervention.at()))
            .update());
    transactions.afterCommit(
        () ->
            log.info(
                "Outbox: {} of {}, {} affected, {}",
                intervention.action(),
                intervention.subject().isEmpty() ? "all" : intervention.subject(),
                intervention.affected(),
                intervention.reason().told()));
  }
}
