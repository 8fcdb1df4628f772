package com.yuge.payment.out.jdbc;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.Transactions;
import io.micrometer.tracing.Tracer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * {@link Outbox} in t_outbox_event and t_outbox_pending. The caller holds the aggregate's row lock,
 * so the row ids of each aggregate ascend in commit order.
 */
final class JdbcOutbox implements Outbox {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Partitions partitions;
  private final EventJson json;
  private final Tracer tracer;
  private final CommitSignal signal;

  JdbcOutbox(
      JdbcClient jdbc,
      Transactions transactions,
      EventJson json,
      Tracer tracer,
      CommitSignal signal) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.partitions = new Partitions(jdbc);
    this.json = json;
    this.tracer = tracer;
    this.signal = signal;
  }

  @Override
  public void append(DomainEvent event) {
    JdbcTransactions.require("appending to the outbox");
    int partition = partitions.of(event.aggregateKey().value());
    long row = insertEvent(event, partition);
    insertPending(event, partition, row);
    transactions.afterCommit(() -> signal.committed(partition, row));
  }

  private long insertEvent(DomainEvent event, int partition) {
    KeyHolder row = new GeneratedKeyHolder();
    TraceHeaders trace = TraceHeaders.current(tracer);
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_outbox_event (event_id, partition_no, aggregate_key, tag, payload,
                  headers, created_at)
                VALUES (:eventId, :partition, :key, :tag, :payload, :headers, :at)
                """)
            .param("eventId", event.eventId().value())
            .param("partition", partition)
            .param("key", event.aggregateKey().value())
            .param("tag", event.tag())
            .param("payload", json.payload(event, trace.traceId()))
            .param("headers", json.headers(trace.asMap()))
            .param("at", Utc.column(event.at()))
            .update(row));
    return requireNonNull(row.getKey()).longValue();
  }

  private void insertPending(DomainEvent event, int partition, long row) {
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
                VALUES (:partition, :row, :key)
                """)
            .param("partition", partition)
            .param("row", row)
            .param("key", event.aggregateKey().value())
            .update());
  }
}
