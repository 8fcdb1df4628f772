package com.yuge.payment.out.jdbc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The instances in t_outbox_instance. Each writes its own row, by the database's clock. */
final class InstanceHeartbeats {
  /** A dead instance stays in the table this long, so that an operator can still see it there. */
  private static final int SWEPT_AFTER_HOURS = 1;

  private final JdbcClient jdbc;

  InstanceHeartbeats(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a new instance. Later it renews its row together with its leases. */
  void add(String owner, Duration time) {
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
   * Removes instances that died long ago. Each is removed by its key and in a transaction of its
   * own, so that no lock is held while this waits for another one.
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
