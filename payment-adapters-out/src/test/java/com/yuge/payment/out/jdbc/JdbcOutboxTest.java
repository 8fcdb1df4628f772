package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.OutboxContract;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import io.micrometer.tracing.Tracer;
import java.time.ZoneId;
import java.util.List;

class JdbcOutboxTest extends OutboxContract {
  @Override
  protected Outbox outbox() {
    return new JdbcOutbox(
        TestDatabase.jdbc(),
        transactions(),
        OutboxTables.json(ZoneId.of("Asia/Shanghai")),
        Tracer.NOOP,
        (partition, row) -> {});
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  // Only what is in both tables waits.
  @Override
  protected List<String> eventIdsOf(PayNo payNo) {
    return TestDatabase.jdbc()
        .sql(
            """
            SELECT e.event_id FROM t_outbox_event e
            JOIN t_outbox_pending p ON p.partition_no = e.partition_no AND p.event_row_id = e.id
            WHERE e.aggregate_key = ? AND p.aggregate_key = e.aggregate_key ORDER BY e.id
            """)
        .param(payNo.value())
        .query(String.class)
        .list();
  }
}
