package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.relay.Lease;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prevents a former owner of a partition from writing anything about it. */
final class Fence {
  // Shared locks, because an acknowledgement already holds shared locks on these rows: two
  // transactions that both upgrade them would deadlock. Uses the primary key, because a scan would
  // also wait for other owners' partitions.
  private static final String LOCK =
      """
      SELECT partition_no, epoch FROM t_outbox_partition FORCE INDEX (PRIMARY)
      WHERE partition_no IN (:partitions) AND owner = :owner ORDER BY partition_no
      LOCK IN SHARE MODE
      """;

  private final JdbcClient jdbc;

  Fence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the leases that the owner still holds; it holds them until the transaction ends. */
  Set<Lease> held(String owner, Collection<Lease> leases) {
    JdbcTransactions.require("passing the fence");
    return jdbc
        .sql(LOCK)
        .param("partitions", leases.stream().map(Lease::partition).toList())
        .param("owner", owner)
        .query((row, n) -> new Lease(row.getInt("partition_no"), row.getLong("epoch")))
        .list()
        .stream()
        .filter(leases::contains)
        .collect(Collectors.toSet());
  }

  /** Returns whether the owner still holds the lease; if so, until the transaction ends. */
  boolean isOwner(String owner, Lease lease) {
    return !held(owner, List.of(lease)).isEmpty();
  }
}
