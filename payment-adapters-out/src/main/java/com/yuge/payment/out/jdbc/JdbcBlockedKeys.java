package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link BlockedKeys} in t_outbox_blocked. */
final class JdbcBlockedKeys implements BlockedKeys {
  /** The length of last_error in characters; a text of as many bytes always fits. */
  private static final int ERROR_BYTES = 512;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Fence fence;

  JdbcBlockedKeys(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.fence = new Fence(jdbc);
  }

  @Override
  public Blocking block(String owner, Lease lease, Block block, int most) {
    return transactions.call(
        () -> {
          if (!fence.isOwner(owner, lease)) {
            return Blocking.FENCED;
          }
          if (isFull(most)) {
            return Blocking.FULL;
          }
          insert(block);
          return Blocking.BLOCKED;
        });
  }

  private boolean isFull(int most) {
    return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM t_outbox_blocked LIMIT ?) some")
            .param(most)
            .query(Integer.class)
            .single()
        >= most;
  }

  // A second insert is fine: the reply to the first may have been lost with its connection.
  private void insert(Block block) {
    int unused =
        jdbc.sql(
                """
                INSERT INTO t_outbox_blocked (aggregate_key, attempts, last_error, blocked_at)
                VALUES (:key, :attempts, :error, UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE attempts = :attempts, last_error = :error
                """)
            .param("key", block.key())
            .param("attempts", block.attempts())
            .param("error", Utf8.cut(block.reason(), ERROR_BYTES))
            .update();
  }
}
