package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.operations.OutboxControl;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link OutboxControl} in t_outbox_control, t_outbox_blocked and the two lists of events. It locks
 * no partition, so that operators and relays do not wait for each other.
 */
final class JdbcOutboxControl implements OutboxControl {
  private final JdbcClient jdbc;

  JdbcOutboxControl(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Place(int partition, long row) {
    static Place map(ResultSet row, int n) throws SQLException {
      return new Place(row.getInt("partition_no"), row.getLong("id"));
    }
  }

  @Override
  public boolean pause(boolean paused) {
    return RowCounts.won(
        jdbc.sql("UPDATE t_outbox_control SET paused = :to WHERE id = 1 AND paused <> :to")
            .param("to", paused)
            .update());
  }

  @Override
  public boolean unblock(AggregateKey key) {
    return RowCounts.won(
        jdbc.sql("DELETE FROM t_outbox_blocked WHERE aggregate_key = ?")
            .param(key.value())
            .update());
  }

  @Override
  public boolean skip(EventId eventId) {
    return jdbc.sql("SELECT partition_no, id FROM t_outbox_event WHERE event_id = ?")
        .param(eventId.value())
        .query(Place::map)
        .optional()
        .map(this::remove)
        .orElse(false);
  }

  // Removes the event from both lists, because a skipped event must not be published from either.
  private boolean remove(Place place) {
    boolean pending =
        remove("DELETE FROM t_outbox_pending WHERE partition_no = ? AND event_row_id = ?", place);
    boolean replay =
        remove("DELETE FROM t_outbox_replay WHERE partition_no = ? AND event_row_id = ?", place);
    return pending || replay;
  }

  private boolean remove(String delete, Place place) {
    return RowCounts.won(jdbc.sql(delete).params(place.partition(), place.row()).update());
  }
}
