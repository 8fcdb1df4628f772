package com.yuge.payment.out.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** What every connection must be, whatever the configured URL says. */
final class PoolRules {
  /** How long a repeat may wait for the row that another holds. */
  private static final int LOCK_WAIT_SECONDS = 2;

  /** How long a request may wait for a connection before it is told to come back. */
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(2);

  /** An answer that takes longer is a dead connection: no statement here runs for so long. */
  private static final Duration SOCKET_WAIT = Duration.ofSeconds(10);

  private PoolRules() {}

  static void apply(HikariConfig pool) {
    // Under REPEATABLE READ the loser of a race gets an error instead of zero rows.
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.setConnectionInitSql(
        "SET time_zone = '+00:00', innodb_lock_wait_timeout = " + LOCK_WAIT_SECONDS);
    pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    pool.addDataSourceProperty("connectTimeout", String.valueOf(CONNECTION_WAIT.toMillis()));
    pool.addDataSourceProperty("socketTimeout", String.valueOf(SOCKET_WAIT.toMillis()));
    pool.addDataSourceProperty("connectionTimeZone", "UTC");
    // Spares a round trip for each session setting that is already as asked for.
    pool.addDataSourceProperty("useLocalSessionState", "true");
  }
}
