package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.relay.HeldLease;
import com.yuge.payment.domain.relay.Lease;
import com.yuge.payment.domain.relay.PartitionLeases;
import com.yuge.payment.domain.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link PartitionLeases} in t_outbox_partition, by the database's clock alone. */
final class JdbcPartitionLeases implements PartitionLeases {
  private final JdbcClient jdbc;
  private final Transactions transactions;

  JdbcPartitionLeases(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public List<HeldLease> keep(String owner, Duration time) {
    return transactions.call(
        () -> {
          List<Integer> mine = lockOwnAndFree(owner);
          if (!mine.isEmpty()) {
            hold(owner, time, mine);
          }
          return held(owner);
        });
  }

  // A row that is locked by a connection that hangs must not keep the others from being renewed.
  private List<Integer> lockOwnAndFree(String owner) {
    return jdbc.sql(
            """
            SELECT partition_no FROM t_outbox_partition
            WHERE owner = :owner OR owner IS NULL OR lease_until < UTC_TIMESTAMP(6)
            FOR UPDATE SKIP LOCKED
            """)
        .param("owner", owner)
        .query(Integer.class)
        .list();
  }

  // A lease that ran out unclaimed is still the owner's: the epoch says nobody published since.
  private void hold(String owner, Duration time, List<Integer> partitions) {
    jdbc.sql(
            """
            UPDATE t_outbox_partition
            SET epoch = IF(owner <=> :owner, epoch, epoch + 1), owner = :owner,
                lease_until = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
            WHERE partition_no IN (:partitions)
            """)
        .param("owner", owner)
        .param("micros", TimeUnit.MICROSECONDS.convert(time))
        .param("partitions", partitions)
        .update();
  }

  private List<HeldLease> held(String owner) {
    return jdbc.sql(
            """
            SELECT partition_no, epoch,
              TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), lease_until) AS micros_left
            FROM t_outbox_partition WHERE owner = :owner
            """)
        .param("owner", owner)
        .query(JdbcPartitionLeases::map)
        .list();
  }

  private static HeldLease map(ResultSet row, int n) throws SQLException {
    return new HeldLease(
        new Lease(row.getInt("partition_no"), row.getLong("epoch")),
        Duration.of(row.getLong("micros_left"), ChronoUnit.MICROS));
  }

  @Override
  public void release(String owner, Collection<Integer> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    StoreErrors.ask(
        () ->
            jdbc.sql(
                    """
                        UPDATE t_outbox_partition SET owner = NULL, lease_until = NULL
                        WHERE owner = :owner AND partition_no IN (:partitions)
                        """)
                .param("owner", owner)
                .param("partitions", partitions)
                .update());
  }
}
