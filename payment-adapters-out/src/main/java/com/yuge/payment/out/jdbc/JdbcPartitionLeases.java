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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link PartitionLeases} in t_outbox_partition, timed only by the database's clock. Deadlocks are
 * impossible: each instance first locks its own row of t_outbox_instance, then partitions, and does
 * not wait for a lock on a partition.
 */
final class JdbcPartitionLeases implements PartitionLeases {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final InstanceHeartbeats heartbeats;

  JdbcPartitionLeases(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.heartbeats = new InstanceHeartbeats(jdbc);
  }

  /** The counts for one owner; {@code own} includes rows that another transaction locks. */
  private record Census(
      FairShare share, int own, Duration nextEnd, boolean paused, boolean replays) {
    int mayTake() {
      return Math.max(0, share.size() - own);
    }
  }

  private record Renewed(LeaseRenewal renewal, boolean isNew) {}

  @Override
  public LeaseRenewal renew(String owner, Duration time) {
    Renewed renewed =
        transactions.call(
            () -> {
              boolean isNew = heartbeats.beat(owner, time);
              Census census = census(owner, time);
              List<HeldLease> held = hold(owner, time, census);
              return new Renewed(
                  new LeaseRenewal(
                      held,
                      census.share().size(),
                      census.nextEnd(),
                      census.paused(),
                      census.replays()),
                  isNew);
            });
    if (renewed.isNew()) {
      StoreErrors.run(heartbeats::sweep);
    }
    return renewed.renewal();
  }

  private Census census(String owner, Duration time) {
    return jdbc.sql(
            """
            SELECT (SELECT COUNT(*) FROM t_outbox_partition) AS partitions,
              (SELECT COUNT(*) FROM t_outbox_partition WHERE owner = :owner) AS own,
              COUNT(*) AS instances, COALESCE(SUM(owner < :owner), 0) AS instance_rank,
              (SELECT MIN(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), lease_until))
                FROM t_outbox_partition
                WHERE owner <> :owner AND lease_until >= UTC_TIMESTAMP(6)) AS next_end,
              (SELECT paused FROM t_outbox_control WHERE id = 1) AS paused,
              EXISTS (SELECT 1 FROM t_outbox_replay) AS replays
            FROM t_outbox_instance WHERE owner = :owner OR alive_until BETWEEN UTC_TIMESTAMP(6)
              AND UTC_TIMESTAMP(6) + INTERVAL :far MICROSECOND
            """)
        .param("owner", owner)
        .param("far", far(time))
        .query((row, n) -> census(row, time))
        .single();
  }

  private static Census census(ResultSet row, Duration time) throws SQLException {
    FairShare share =
        new FairShare(
            row.getInt("partitions"), row.getInt("instances"), row.getInt("instance_rank"));
    Long nextEnd = row.getObject("next_end", Long.class);
    return new Census(
        share,
        row.getInt("own"),
        nextEnd == null ? time : Duration.of(nextEnd, ChronoUnit.MICROS),
        row.getBoolean("paused"),
        row.getBoolean("replays"));
  }

  // Skips locked rows: one hanging connection must not stop the renewal of the other leases.
  private List<HeldLease> hold(String owner, Duration time, Census census) {
    List<Lease> own = lockOwn(owner);
    List<Lease> free = census.mayTake() == 0 ? List.of() : lockFree(owner, time, census.mayTake());
    List<Lease> locked = Stream.concat(own.stream(), free.stream()).toList();
    write(owner, time, locked);
    return own.size() == census.own()
        ? locked.stream().map(lease -> new HeldLease(lease, time)).toList()
        : held(owner, time);
  }

  private List<Lease> lockOwn(String owner) {
    return jdbc.sql(
            """
            SELECT partition_no, epoch FROM t_outbox_partition WHERE owner = :owner
            FOR UPDATE SKIP LOCKED
            """)
        .param("owner", owner)
        .query(JdbcPartitionLeases::lease)
        .list();
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
        .query(JdbcPartitionLeases::lease)
        .list();
  }

  // An expired lease that no other instance claimed keeps its epoch, because nobody else has
  // published since. Uses the primary key: a scan would wait for an acknowledgement, which may wait
  // for this transaction.
  private void write(String owner, Duration time, List<Lease> leases) {
    if (leases.isEmpty()) {
      return;
    }
    int rows =
        jdbc.sql(
                """
                UPDATE t_outbox_partition FORCE INDEX (PRIMARY)
                SET epoch = IF(owner <=> :owner, epoch, epoch + 1), owner = :owner,
                    lease_until = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE partition_no IN (:partitions)
                """)
            .param("owner", owner)
            .param("micros", micros(time))
            .param("partitions", leases.stream().map(Lease::partition).toList())
            .update();
    if (rows != leases.size()) {
      throw new IllegalStateException(rows + " of " + leases.size() + " leases were written");
    }
  }

  private static long far(Duration time) {
    return micros(time.multipliedBy(FAR));
  }

  private static long micros(Duration time) {
    return TimeUnit.MICROSECONDS.convert(time);
  }

  // With the rows that were skipped as locked. Their end may be by another clock, so it is capped.
  private List<HeldLease> held(String owner, Duration time) {
    return jdbc.sql(
            """
            SELECT partition_no, epoch,
              LEAST(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), lease_until), :micros) AS micros_left
            FROM t_outbox_partition WHERE owner = :owner
            """)
        .param("owner", owner)
        .param("micros", micros(time))
        .query(JdbcPartitionLeases::map)
        .list();
  }

  private static HeldLease map(ResultSet row, int n) throws SQLException {
    return new HeldLease(lease(row, n), Duration.of(row.getLong("micros_left"), ChronoUnit.MICROS));
  }

  private static Lease lease(ResultSet row, int n) throws SQLException {
    return new Lease(row.getInt("partition_no"), row.getLong("epoch"));
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
