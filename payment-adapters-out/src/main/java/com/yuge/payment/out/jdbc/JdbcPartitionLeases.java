package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.relay.FairShare;
import com.yuge.payment.domain.outbox.relay.HeldLease;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.LeaseRenewal;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link PartitionLeases} in t_outbox_partition, timed only by the database's clock. Deadlocks are
 * impossible: nothing here waits for a partition's lock while it holds another lock.
 */
final class JdbcPartitionLeases implements PartitionLeases {
  // Skips locked rows: one hanging connection must not stop the renewal of the other leases.
  // Without the limit, MySQL merges the subquery into the UPDATE, which then waits for all locks.
  // An expired lease that no other instance has claimed keeps its epoch, because no other instance
  // has published since.
  private static final String RENEW =
      """
      UPDATE t_outbox_instance i
      LEFT JOIN (SELECT partition_no FROM t_outbox_partition WHERE owner = :owner
        LIMIT 1000000 FOR UPDATE SKIP LOCKED) own ON TRUE
      LEFT JOIN t_outbox_partition FORCE INDEX (PRIMARY) USING (partition_no)
      SET alive_until = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND,
        lease_until = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
      WHERE i.owner = :owner
      """;

  // The end of a lease that could not be renewed may come from another clock, so it is capped.
  private static final String CENSUS =
      """
      SELECT census.*, partition_no, epoch,
        LEAST(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), lease_until), :micros) AS micros_left
      FROM (
        SELECT (SELECT COUNT(*) FROM t_outbox_partition) AS partitions,
          COUNT(*) AS instances, COALESCE(SUM(owner < :owner), 0) AS instance_rank,
          (SELECT MIN(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), lease_until))
            FROM t_outbox_partition
            WHERE owner <> :owner AND lease_until >= UTC_TIMESTAMP(6)) AS next_end,
          (SELECT paused FROM t_outbox_control WHERE id = 1) AS paused,
          EXISTS (SELECT 1 FROM t_outbox_replay) AS replays
        FROM t_outbox_instance WHERE owner = :owner OR alive_until BETWEEN UTC_TIMESTAMP(6)
          AND UTC_TIMESTAMP(6) + INTERVAL :far MICROSECOND
      ) census
      LEFT JOIN t_outbox_partition ON owner = :owner
      """;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final InstanceHeartbeats heartbeats;

  JdbcPartitionLeases(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.heartbeats = new InstanceHeartbeats(jdbc);
  }

  /** The counts for one owner, and one of its leases; null if it has none. */
  private record CensusRow(
      FairShare share,
      Duration nextEnd,
      boolean paused,
      boolean replays,
      @Nullable HeldLease held) {}

  @Override
  public LeaseRenewal renew(String owner, Duration time) {
    StoreErrors.run(() -> renewOwn(owner, time));
    List<CensusRow> rows = StoreErrors.ask(() -> census(owner, time));
    CensusRow census = rows.get(0);
    List<HeldLease> own = rows.stream().map(CensusRow::held).filter(Objects::nonNull).toList();
    List<HeldLease> taken = take(owner, time, census.share().size() - own.size());
    return new LeaseRenewal(
        Stream.concat(own.stream(), taken.stream()).toList(),
        census.share().size(),
        census.nextEnd(),
        census.paused(),
        census.replays());
  }

  private void renewOwn(String owner, Duration time) {
    boolean isNew = renewed(owner, time) == 0;
    if (isNew) {
      heartbeats.add(owner, time);
      heartbeats.sweep();
    }
  }

  private int renewed(String owner, Duration time) {
    return jdbc.sql(RENEW).param("owner", owner).param("micros", micros(time)).update();
  }

  private List<CensusRow> census(String owner, Duration time) {
    return jdbc.sql(CENSUS)
        .param("owner", owner)
        .param("micros", micros(time))
        .param("far", far(time))
        .query((row, n) -> census(row, time))
        .list();
  }

  private static CensusRow census(ResultSet row, Duration time) throws SQLException {
    FairShare share =
        new FairShare(
            row.getInt("partitions"), row.getInt("instances"), row.getInt("instance_rank"));
    Long nextEnd = row.getObject("next_end", Long.class);
    return new CensusRow(
        share,
        nextEnd == null ? time : Duration.of(nextEnd, ChronoUnit.MICROS),
        row.getBoolean("paused"),
        row.getBoolean("replays"),
        row.getObject("partition_no") == null ? null : held(row));
  }

  private static HeldLease held(ResultSet row) throws SQLException {
    return new HeldLease(lease(row), Duration.of(row.getLong("micros_left"), ChronoUnit.MICROS));
  }

  private static Lease lease(ResultSet row) throws SQLException {
    return new Lease(row.getInt("partition_no"), row.getLong("epoch"));
  }

  private List<HeldLease> take(String owner, Duration time, int most) {
    if (most <= 0) {
      return List.of();
    }
    return transactions.call(
        () -> {
          List<Lease> free = lockFree(owner, time, most);
          write(owner, time, free);
          return free.stream().map(lease -> new HeldLease(lease, time)).toList();
        });
  }

  private List<Lease> lockFree(String owner, Duration time, int most) {
    return jdbc.sql(
            """
            SELECT partition_no, epoch + 1 AS epoch FROM t_outbox_partition
            WHERE (owner IS NULL OR lease_until < UTC_TIMESTAMP(6)
                OR lease_until > UTC_TIMESTAMP(6) + INTERVAL :far MICROSECOND)
              AND NOT (owner <=> :owner)
            LIMIT :most FOR UPDATE SKIP LOCKED
            """)
        .param("owner", owner)
        .param("far", far(time))
        .param("most", most)
        .query((row, n) -> lease(row))
        .list();
  }

  // Uses the primary key: a scan would wait for an acknowledgement, which may wait for this
  // transaction.
  private void write(String owner, Duration time, List<Lease> leases) {
    if (leases.isEmpty()) {
      return;
    }
    int rows =
        jdbc.sql(
                """
                UPDATE t_outbox_partition FORCE INDEX (PRIMARY)
                SET epoch = epoch + 1, owner = :owner,
                    lease_until = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE partition_no IN (:partitions)
                """)
            .param("owner", owner)
            .param("micros", micros(time))
            .param("partitions", leases.stream().map(Lease::partition).toList())
            .update();
    RowCounts.all(leases.size(), rows);
  }

  private static long far(Duration time) {
    return micros(time.multipliedBy(FAR));
  }

  private static long micros(Duration time) {
    return TimeUnit.MICROSECONDS.convert(time);
  }

  @Override
  public void release(String owner, Collection<Integer> partitions) {
    // One row at a time, so that no statement waits for a lock while it holds another.
    StoreErrors.run(() -> partitions.forEach(partition -> free(owner, partition)));
  }

  private void free(String owner, int partition) {
    boolean unused =
        RowCounts.won(
            jdbc.sql(
                    """
                    UPDATE t_outbox_partition SET owner = NULL, lease_until = NULL
                    WHERE partition_no = :partition AND owner = :owner
                    """)
                .param("owner", owner)
                .param("partition", partition)
                .update());
  }

  @Override
  public void leave(String owner) {
    StoreErrors.run(() -> heartbeats.remove(owner));
  }
}
