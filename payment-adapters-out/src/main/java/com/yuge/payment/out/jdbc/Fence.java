package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.relay.Lease;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a former owner of a partition from writing anything about it. */
final class Fence {
  private static final String LOCK =
      """
      SELECT partition_no FROM t_outbox_partition
      WHERE partition_no = ? AND owner = ? AND epoch = ? FOR UPDATE
      """;

  private final JdbcClient jdbc;

  Fence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the lease is still the owner's; if so, until the transaction ends. */
  boolean holds(String owner, Lease lease) {
    JdbcTransactions.require("passing the fence");
    return jdbc.sql(LOCK)
        .params(lease.partition(), owner, lease.epoch())
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
