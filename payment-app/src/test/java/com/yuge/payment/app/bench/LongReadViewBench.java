package com.yuge.payment.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import com.yuge.payment.out.jdbc.OutboxTables;
import com.yuge.payment.out.jdbc.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * What a read of all heads takes while somebody looks at the database as it was, and so keeps every
 * row that was published since.
 */
class LongReadViewBench {
  private static final int EVENTS = BenchScale.fromSystemProperties().events(1_000_000);
  private static final int PARTITIONS = 16;
  private static final int READS = 20;
  private static final int CHUNK = 20_000;
  private static final long FIRST = 1_000_000_000L;

  private final PendingEvents pending = OutboxTables.pendingEvents();
  private final LatencyReport report =
      new LatencyReport(
          "long-read-view", "%d events published since a snapshot was taken".formatted(EVENTS));

  @Test
  void headsBesideASnapshot() throws SQLException, IOException {
    OutboxTables.clear();
    Histogram unused = reads(0);
    report.add("nothing published, from the start", reads(0));
    try (Connection backup = TestDatabase.pool().getConnection()) {
      openView(backup);
      publish();
      report.add("beside the snapshot, from the start", reads(0));
      report.add("beside the snapshot, from the mark", reads(FIRST + EVENTS));
      backup.rollback();
    }
    report.write();
  }

  private static void openView(Connection backup) throws SQLException {
    backup.setAutoCommit(false);
    backup.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = backup.createStatement()) {
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }
  }

  private static void publish() {
    for (long from = FIRST; from < FIRST + EVENTS; from += CHUNK) {
      long to = Math.min(from + CHUNK, FIRST + EVENTS);
      int waiting =
          TestDatabase.jdbc()
              .sql(
                  """
                  INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
                  SELECT id MOD :partitions, id, 'K'
                  FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) n
                  """)
              .param("partitions", PARTITIONS)
              .param("ids", LongStream.range(from, to).boxed().toList().toString())
              .update();
      assertThat(waiting).isEqualTo((int) (to - from));
      assertThat(
              TestDatabase.jdbc()
                  .sql("DELETE FROM t_outbox_pending WHERE aggregate_key <> ''")
                  .update())
          .isEqualTo(waiting);
    }
  }

  private Histogram reads(long firstRow) {
    List<RowRange> ranges =
        IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new RowRange(partition, firstRow, RowRange.END))
            .toList();
    Histogram micros = new Histogram(3);
    for (int read = 0; read < READS; read++) {
      long begun = System.nanoTime();
      assertThat(pending.read(ranges, 100).events()).isEmpty();
      micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
    }
    return micros;
  }
}
