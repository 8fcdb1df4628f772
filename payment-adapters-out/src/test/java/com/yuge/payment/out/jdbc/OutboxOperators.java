package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.operations.InspectOutbox;
import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.domain.outbox.operations.OperatorAudit;
import com.yuge.payment.domain.outbox.operations.ReplayEvents;
import java.time.Clock;

/** What operators of the outbox have at hand, on the real tables. */
public final class OutboxOperators {
  private OutboxOperators() {}

  public static InspectOutbox inspect() {
    return new InspectOutbox(new JdbcOutboxReports(TestDatabase.jdbc()), 10);
  }

  public static OperateOutbox operate() {
    return new OperateOutbox(
        new JdbcOutboxControl(TestDatabase.jdbc()),
        operatorAudit(),
        TestDatabase.transactions(),
        Clock.systemUTC());
  }

  public static ReplayEvents replay() {
    return new ReplayEvents(
        new JdbcReplayRequests(TestDatabase.jdbc()),
        operatorAudit(),
        TestDatabase.transactions(),
        Clock.systemUTC());
  }

  private static OperatorAudit operatorAudit() {
    return new JdbcOperatorAudit(TestDatabase.jdbc(), TestDatabase.transactions());
  }
}
