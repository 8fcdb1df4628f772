package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.AuditTrailContract;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;

class JdbcAuditTrailTest extends AuditTrailContract {
  @Override
  protected AuditTrail audit() {
    return new JdbcAuditTrail(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  @Override
  protected List<AuditEntry> auditsOf(PayNo payNo) {
    return TestDatabase.jdbc()
        .sql(
            """
            SELECT action, before_status, after_status, query_result, detail, created_at
            FROM t_pay_reconcile_audit WHERE pay_no = ? ORDER BY id
            """)
        .param(payNo.value())
        .query(
            (row, n) ->
                new AuditEntry(
                    payNo,
                    Action.valueOf(row.getString("action")),
                    PayStatus.valueOf(row.getString("before_status")),
                    PayStatus.valueOf(row.getString("after_status")),
                    row.getString("query_result"),
                    row.getString("detail"),
                    Utc.instant(row, "created_at")))
        .list();
  }
}
