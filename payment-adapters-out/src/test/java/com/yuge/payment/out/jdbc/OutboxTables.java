package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.outbox.operations.EventLog;
import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.HeldLease;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RelayListener;
import com.yuge.payment.domain.outbox.relay.RelayPorts;
import com.yuge.payment.domain.outbox.relay.Workers;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.Transactions;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox's tables as tests want them. */
public final class OutboxTables {
  private OutboxTables() {}

  public static void freePartitions() {
    TestDatabase.jdbc()
        .sql("UPDATE t_outbox_partition SET owner = NULL, epoch = 0, lease_until = NULL")
        .update();
    TestDatabase.jdbc().sql("DELETE FROM t_outbox_instance").update();
    TestDatabase.jdbc().sql("UPDATE t_outbox_control SET paused = 0").update();
  }

  /** No event waits any more. */
  public static void clear() {
    freePartitions();
    TestDatabase.jdbc().sql("DELETE FROM t_outbox_pending WHERE aggregate_key <> ''").update();
    TestDatabase.jdbc().sql("DELETE FROM t_outbox_replay").update();
    TestDatabase.jdbc().sql("DELETE FROM t_outbox_blocked").update();
    TestDatabase.jdbc().sql("DELETE FROM t_outbox_published").update();
    TestDatabase.jdbc().sql("DELETE FROM t_outbox_event").update();
  }

  public static int pending() {
    return TestDatabase.jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key <> ''")
        .query(Integer.class)
        .single();
  }

  /** Of how many events it is on record when they were published. */
  static int published() {
    return TestDatabase.jdbc()
        .sql("SELECT COALESCE(SUM(JSON_LENGTH(event_rows)), 0) FROM t_outbox_published")
        .query(Integer.class)
        .single();
  }

  static Optional<Instant> publishedAt(EventId event) {
    long row =
        TestDatabase.jdbc()
            .sql("SELECT id FROM t_outbox_event WHERE event_id = ?")
            .param(event.value())
            .query(Long.class)
            .single();
    return new PublicationLog(TestDatabase.jdbc()).of(row);
  }

  static void agePublished(Duration by) {
    TestDatabase.jdbc()
        .sql("UPDATE t_outbox_published SET published_at = published_at - INTERVAL ? SECOND")
        .param(by.toSeconds())
        .update();
  }

  public static int replays() {
    return TestDatabase.jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_replay")
        .query(Integer.class)
        .single();
  }

  public static List<String> blocked() {
    return TestDatabase.jdbc()
        .sql("SELECT aggregate_key FROM t_outbox_blocked")
        .query(String.class)
        .list();
  }

  /** Everything in the log is to be published again. */
  public static void replayAll() {
    TestDatabase.jdbc()
        .sql(
            """
            INSERT INTO t_outbox_replay (partition_no, event_row_id, aggregate_key, requested_at)
            SELECT partition_no, id, aggregate_key, UTC_TIMESTAMP(6) FROM t_outbox_event
            """)
        .update();
  }

  /** Commits the event of a fresh, paid order and returns its id. */
  public static String append(CommitSignal signal) {
    PayOrder order = PayOrderBook.aPayOrder();
    Applied paid =
        (Applied)
            order.apply(
                PayOrderBook.success(order, "T1"), PayOrderBook.NO_PAYMENTS, PayOrderBook.LATER);
    TestDatabase.transactions().run(() -> outbox(signal).append(paid.event()));
    return paid.event().eventId().value();
  }

  public static PendingEvents pendingEvents() {
    return JdbcPendingEvents.pending(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  public static PendingEvents replayedEvents() {
    return JdbcPendingEvents.replays(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  public static BlockedKeys blockedKeys() {
    return new JdbcBlockedKeys(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  /** All that a relay needs, on the real database. */
  public static RelayPorts ports(EventSender sender, Workers workers, RelayListener listener) {
    return new RelayPorts(
        leases(), pendingEvents(), replayedEvents(), blockedKeys(), sender, workers, listener);
  }

  public static PartitionLeases leases() {
    return new JdbcPartitionLeases(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  /** The owner's lease of a partition in which something waits. */
  static Lease lease(String owner) {
    List<Integer> all = IntStream.range(0, 16).boxed().toList();
    int partition = pendingEvents().heads(all, 1).get(0).partition();
    return leases().renew(owner, Duration.ofMinutes(1)).held().stream()
        .map(HeldLease::lease)
        .filter(lease -> lease.partition() == partition)
        .findFirst()
        .orElseThrow();
  }

  /** As a relay that has published everything does it. */
  static void ackAll() {
    for (HeldLease held : leases().renew("a", Duration.ofMinutes(1)).held()) {
      List<Long> rows =
          pendingEvents().heads(List.of(held.lease().partition()), 100).stream()
              .map(PendingEvent::rowId)
              .toList();
      if (!rows.isEmpty() && !pendingEvents().ack("a", held.lease(), rows)) {
        throw new IllegalStateException("not ours: " + held);
      }
    }
  }

  /** As if another instance had taken every partition over. */
  public static void takeOver() {
    TestDatabase.jdbc()
        .sql(
            """
            UPDATE t_outbox_partition SET owner = 'thief', epoch = epoch + 1,
              lease_until = UTC_TIMESTAMP(6) + INTERVAL 10 SECOND
            """)
        .update();
  }

  static JdbcOutbox outbox(CommitSignal signal) {
    return outbox(TestDatabase.jdbc(), TestDatabase.transactions(), signal);
  }

  static JdbcOutbox outbox(JdbcClient jdbc, Transactions transactions, CommitSignal signal) {
    return new JdbcOutbox(jdbc, transactions, json(ZoneOffset.UTC), Tracer.NOOP, signal);
  }

  /** As the service writes it. */
  static EventJson json(ZoneId zone) {
    LocalTimes times = new LocalTimes(zone);
    return new EventJson(
        times,
        List.of(
            new PayOrderEventFields(times),
            new RefundEventFields(times),
            new StatementEventFields()));
  }

  /** As if an operator or a relay had blocked a pay order. */
  static void block(String key) {
    update(
        """
        INSERT INTO t_outbox_blocked (aggregate_key, attempts, last_error, blocked_at)
        VALUES (?, 3, 'too large', UTC_TIMESTAMP(6))
        """,
        key);
  }

  /** As if a relay had published everything. */
  static void publishAll() {
    update("DELETE FROM t_outbox_pending WHERE aggregate_key <> ''");
  }

  static void publish(EventId event) {
    update(
        """
        DELETE p FROM t_outbox_pending p JOIN t_outbox_event e ON e.id = p.event_row_id
        WHERE e.event_id = ?
        """,
        event.value());
  }

  /** As an operator would by hand. */
  static void putBack(long row) {
    update(
        """
        INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
        SELECT partition_no, id, aggregate_key FROM t_outbox_event WHERE id = ?
        """,
        row);
  }

  /** Everything in the log happened so long ago. */
  static void age(Duration age) {
    update(
        "UPDATE t_outbox_event SET created_at = UTC_TIMESTAMP(6) - INTERVAL ? SECOND",
        age.toSeconds());
  }

  static void moveInTime(EventId event, Duration by) {
    update(
        """
        UPDATE t_outbox_event SET created_at = created_at + INTERVAL ? SECOND WHERE event_id = ?
        """,
        by.toSeconds(),
        event.value());
  }

  /** The events of the log happened one after another. */
  static void spreadOverTime(Instant first, Duration step) {
    update(
        """
        UPDATE t_outbox_event e JOIN (SELECT MIN(id) AS id FROM t_outbox_event) f
        SET e.created_at = ? + INTERVAL ((e.id - f.id) * ?) SECOND
        """,
        LocalDateTime.ofInstant(first, ZoneOffset.UTC),
        step.toSeconds());
  }

  static int logged() {
    return TestDatabase.jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_event")
        .query(Integer.class)
        .single();
  }

  static boolean isLogged(EventId event) {
    return TestDatabase.jdbc()
        .sql("SELECT id FROM t_outbox_event WHERE event_id = ?")
        .param(event.value())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  static EventLog eventLog() {
    return new JdbcEventLog(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  static void forgetOperatorAudit() {
    update("DELETE FROM t_outbox_audit");
  }

  /** Who, what, to what, how many, why. */
  static List<String> audit() {
    return TestDatabase.jdbc()
        .sql(
            """
            SELECT CONCAT_WS(' ', operator, action, subject, affected, reason)
            FROM t_outbox_audit ORDER BY id
            """)
        .query(String.class)
        .list();
  }

  private static void update(String sql, Object... values) {
    int unused = TestDatabase.jdbc().sql(sql).params(values).update();
  }
}
