package com.yuge.payment.out.jdbc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which instances live: t_outbox_instance, by the database's clock. Each writes its own row. */
final class InstanceHeartbeats {
  /** Long after a dead one has stopped to count, so that a look at the table shows it. */
  private static final int SWEPT_AFTER_HOURS = 1;

  private final JdbcClient jdbc;

  InstanceHeartbeats(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns whether it is new. */
  boolean beat(String owner, Duration time) {
    boolean known = RowCounts.won(renew(owner, time));
    if (!known) {
      insert(owner, time);
    }
    return !known;
  }

  private int renew(String owner, Duration time) {
    return jdbc.sql(
            """
            UPDATE t_outbox_instance
            SET alive_until = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND WHERE owner = :owner
            """)
        .param("owner", owner)
        .param("micros", TimeUnit.MICROSECONDS.convert(time))
        .update();
  }

  private void insert(String owner, Duration time) {
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_outbox_instance (owner, alive_until)
                VALUES (:owner, UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND)
                """)
            .param("owner", owner)
            .param("micros", TimeUnit.MICROSECONDS.convert(time))
            .update());
  }

  void remove(String owner) {
    boolean unused =
        RowCounts.won(
            jdbc.sql("DELETE FROM t_outbox_instance WHERE owner = ?").param(owner).update());
  }

  /**
   * Removes those that died long ago, each by its key and in a transaction of its own: whoever
   * waits for a lock here holds none.
   */
  void sweep() {
    jdbc.sql(
            """
            SELECT owner FROM t_outbox_instance
            WHERE alive_until < UTC_TIMESTAMP(6) - INTERVAL :hours HOUR
            """)
        .param("hours", SWEPT_AFTER_HOURS)
        .query(String.class)
        .list()
        .forEach(this::removeIfDead);
  }

  private void removeIfDead(String owner) {
    boolean unused =
        RowCounts.won(
            jdbc.sql(
                    """
                    DELETE FROM t_outbox_instance
                    WHERE owner = ? AND alive_until < UTC_TIMESTAMP(6)
                    """)
                .param(owner)
                .update());
  }
}
