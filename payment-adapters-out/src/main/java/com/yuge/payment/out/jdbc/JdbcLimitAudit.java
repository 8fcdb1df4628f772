package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.limit.Limit;
import com.yuge.payment.domain.limit.LimitAudit;
import com.yuge.payment.domain.limit.LimitChange;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link LimitAudit} in t_limit_audit. */
final class JdbcLimitAudit implements LimitAudit {
  private final JdbcClient jdbc;

  JdbcLimitAudit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void record(LimitChange change) {
    JdbcTransactions.require("recording the change of a limit");
    Limit before = change.before();
    Limit after = change.after();
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_limit_audit (scope, subject, before_per_transaction, before_per_day,
                  before_shards, after_per_transaction, after_per_day, after_shards, operator,
                  reason, created_at)
                VALUES (:scope, :subject, :beforePerTransaction, :beforePerDay, :beforeShards,
                  :afterPerTransaction, :afterPerDay, :afterShards, :operator, :reason, :createdAt)
                """)
            .param("scope", change.subject().scope().name())
            .param("subject", change.subject().no())
            .param(
                "beforePerTransaction",
                before == null ? null : PaidTradeRow.amount(before.perTransaction()))
            .param("beforePerDay", before == null ? null : PaidTradeRow.amount(before.perDay()))
            .param("beforeShards", before == null ? null : before.shards())
            .param(
                "afterPerTransaction",
                after == null ? null : PaidTradeRow.amount(after.perTransaction()))
            .param("afterPerDay", after == null ? null : PaidTradeRow.amount(after.perDay()))
            .param("afterShards", after == null ? null : after.shards())
            .param("operator", change.reason().by())
            .param("reason", change.reason().reason())
            .param("createdAt", Utc.column(change.at()))
            .update());
  }
}
