package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link AuditTrail} in t_pay_reconcile_audit. */
final class JdbcAuditTrail implements AuditTrail {
  private static final Logger log = LoggerFactory.getLogger(JdbcAuditTrail.class);

  private final JdbcClient jdbc;
  private final Transactions transactions;

  JdbcAuditTrail(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void record(AuditEntry entry) {
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_pay_reconcile_audit (pay_no, action, before_status, after_status,
                  query_result, detail, created_at)
                VALUES (:payNo, :action, :before, :after, :result, :detail, :at)
                """)
            .param("payNo", entry.payNo().value())
            .param("action", entry.action().name())
            .param("before", entry.before().name())
            .param("after", entry.after().name())
            .param("result", entry.result())
            .param("detail", entry.detail())
            .param("at", Utc.column(entry.at()))
            .update());
    if (entry.isOperators()) {
      transactions.afterCommit(
          () -> log.info("Pay order {}: {}, {}", entry.payNo(), entry.result(), entry.detail()));
    }
  }
}
