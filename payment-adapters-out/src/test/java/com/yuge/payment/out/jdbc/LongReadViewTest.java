package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup, or a forgotten transaction, looks at the outbox as it was: what was removed stays. */
class LongReadViewTest {
  private static final int REMOVED = 20_480;
  private static final int PARTITION = 3;

  private final JdbcClient jdbc = TestDatabase.jdbc();
  private final PendingEvents pending = OutboxTables.pendingEvents();

  @BeforeEach
  void nothingWaits() {
    OutboxTables.clear();
  }

  @AfterEach
  void clear() {
    OutboxTables.clear();
  }

  @Test
  void aReadFromTheMarkDoesNotWalkOverWhatWasRemovedBelow() throws SQLException {
    int added =
        jdbc.sql(
                """
                INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
                SELECT ? + (a.partition_no MOD 2), 1 + a.partition_no + 16 * b.partition_no + 256 * c.partition_no
                  + 4096 * d.partition_no, REPEAT('K', 32)
                FROM t_outbox_partition a JOIN t_outbox_partition b JOIN t_outbox_partition c
                JOIN t_outbox_partition d WHERE d.partition_no < 5
                """)
            .param(PARTITION)
            .update();
    assertThat(added).isEqualTo(REMOVED);

    try (Connection view = TestDatabase.pool().getConnection()) {
      openView(view);
      OutboxTables.publishAll();

      long fromTheStart = pagesRead(RowRange.whole(PARTITION));
      long fromTheMark = pagesRead(new RowRange(PARTITION, REMOVED, RowRange.END));

      assertThat(fromTheStart).as("it would not show otherwise").isGreaterThan(60);
      assertThat(fromTheMark).isLessThan(fromTheStart / 3);
      view.rollback();
      view.setAutoCommit(true);
    }
  }

  private static void openView(Connection view) throws SQLException {
    view.setAutoCommit(false);
    try (Statement statement = view.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }
  }

  // Rows that the engine skips are no "Handler_read"; the pages that it looks at tell.
  private long pagesRead(RowRange range) {
    long before = pagesRead();
    assertThat(pending.read(List.of(range), 10).events()).isEmpty();
    return pagesRead() - before;
  }

  private long pagesRead() {
    return jdbc.sql("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_read_requests'")
        .query((row, n) -> row.getLong(2))
        .single();
  }
}
