package com.yuge.payment.out.jdbc;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Sees that a transaction waits for a lock, instead of giving it some time and hoping. */
final class LockWaits {
  // For the other to come that far on a busy machine; its wait itself is seen soon after it begins.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  // InnoDB answers from a cache that it renews only when nobody has read it for 100 ms: who asks
  // more often is shown for ever what was true at first.
  private static final Duration INTERVAL = Duration.ofMillis(150);

  private LockWaits() {}

  /** Waits until a statement that names the table waits for a row lock. */
  static void await(String table) {
    Awaitility.await().pollInterval(INTERVAL).atMost(PATIENCE).until(() -> waiting(table) > 0);
  }

  /** Waits until any statement does, such as one in a procedure, which is not told everywhere. */
  static void awaitAny() {
    await("");
  }

  private static int waiting(String table) {
    return TestDatabase.jdbc()
        .sql(
            """
            SELECT COUNT(*) FROM information_schema.innodb_trx
            WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE ?
            """)
        .param("%" + table + "%")
        .query(Integer.class)
        .single();
  }
}
