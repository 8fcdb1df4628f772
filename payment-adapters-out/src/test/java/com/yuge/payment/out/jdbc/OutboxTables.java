package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.relay.CommitSignal;
import com.yuge.payment.domain.relay.PartitionLeases;
import com.yuge.payment.domain.relay.PendingEvents;
import io.micrometer.tracing.Tracer;
import java.time.ZoneOffset;

/** The outbox's tables as tests want them. */
public final class OutboxTables {
  private OutboxTables() {}

  public static void freePartitions() {
    TestDatabase.jdbc()
        .sql("UPDATE t_outbox_partition SET owner = NULL, epoch = 0, lease_until = NULL")
        .update();
  }

  /** No event waits any more. */
  public static void clear() {
    freePartitions();
    TestDatabase.jdbc().sql("DELETE FROM t_outbox_pending").update();
    TestDatabase.jdbc().sql("DELETE FROM t_outbox_event").update();
  }

  public static int pending() {
    return TestDatabase.jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_pending")
        .query(Integer.class)
        .single();
  }

  /** Commits the event of a fresh, paid order and returns its id. */
  public static String append(CommitSignal signal) {
    PayOrder order = PayOrderBook.aPayOrder();
    Applied paid = (Applied) order.settle(PayOrderBook.success(order, "T1"), PayOrderBook.LATER);
    TestDatabase.transactions().run(() -> outbox(signal).append(paid.event()));
    return paid.event().eventId().value();
  }

  public static PendingEvents pendingEvents() {
    return new JdbcPendingEvents(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  public static PartitionLeases leases() {
    return new JdbcPartitionLeases(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  /** As if another instance had taken every partition over. */
  public static void takeOver() {
    TestDatabase.jdbc()
        .sql(
            """
            UPDATE t_outbox_partition SET owner = 'thief', epoch = epoch + 1,
              lease_until = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR
            """)
        .update();
  }

  static JdbcOutbox outbox(CommitSignal signal) {
    return new JdbcOutbox(TestDatabase.jdbc(), new EventJson(ZoneOffset.UTC), Tracer.NOOP, signal);
  }
}
