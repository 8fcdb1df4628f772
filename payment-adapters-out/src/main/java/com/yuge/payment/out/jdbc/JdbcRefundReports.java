package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundBacklog;
import com.yuge.payment.domain.refund.RefundReports;
import com.yuge.payment.domain.refund.RefundStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link RefundReports}; every statement reads by key and has a row limit. */
final class JdbcRefundReports implements RefundReports {
  private final JdbcClient jdbc;

  JdbcRefundReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Refund> inStatus(RefundStatus status, long after, int limit) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(
                    RefundRow.SELECT
                        + "FORCE INDEX (idx_pay_refund_status)"
                        + " WHERE status = ? AND id > ? ORDER BY id LIMIT ?")
                .params(status.name(), after, limit)
                .query(RefundRow::map)
                .list());
  }

  @Override
  public RefundBacklog backlog(Instant overdueUntil, int limit) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(
                    """
                    SELECT COUNT(*) AS undecided, MIN(created_at) AS oldest,
                           COALESCE(SUM(created_at <= :until), 0) AS overdue
                    FROM (
                      (SELECT created_at FROM t_pay_refund FORCE INDEX (idx_pay_refund_status)
                       WHERE status = 'REFUNDING' ORDER BY id LIMIT :limit)
                      UNION ALL
                      (SELECT created_at FROM t_pay_refund FORCE INDEX (idx_pay_refund_status)
                       WHERE status = 'ABNORMAL' ORDER BY id LIMIT :limit)
                    ) u
                    """)
                .param("until", Utc.column(overdueUntil))
                .param("limit", limit)
                .query(
                    (row, n) ->
                        new RefundBacklog(
                            Math.min(row.getInt("undecided"), limit),
                            Optional.ofNullable(Utc.instantOrNull(row, "oldest")),
                            Math.min(row.getInt("overdue"), limit)))
                .single());
  }
}
