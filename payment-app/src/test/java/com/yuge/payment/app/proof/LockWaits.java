package com.yuge.payment.app.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transactions that wait for a lock, on the whole server. */
final class LockWaits {
  /** InnoDB makes its picture of them anew only when nobody has looked at it for 100 ms. */
  private static final Duration PACE = Duration.ofMillis(200);

  private LockWaits() {}

  /** Waits until there is one. */
  static void awaitOne(JdbcClient jdbc) {
    awaitOne(jdbc, OutboxRows.SOON);
  }

  /** Whether there is one within that time. */
  static boolean comes(JdbcClient jdbc, Duration within) {
    try {
      awaitOne(jdbc, within);
      return true;
    } catch (ConditionTimeoutException none) {
      return false;
    }
  }

  private static void awaitOne(JdbcClient jdbc, Duration within) {
    await().atMost(within).pollInterval(PACE).until(() -> in(jdbc) > 0);
  }

  private static int in(JdbcClient jdbc) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
        .query(Integer.class)
        .single();
  }
}
