package com.yuge.payment.out.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** Settings of every connection, whatever the configured URL says. */
final class ConnectionPoolSettings {
  /** How long a repeated request may wait for a row that another transaction has locked. */
  private static final int LOCK_WAIT_SECONDS = 2;

  /** How long a request may wait for a connection before the caller is asked to retry. */
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(2);

  /**
   * A dead connection ends after this time, which is longer than any wait. A relay that waits this
   * long for the database loses its leases, like an instance that stalls.
   */
  private static final Duration SOCKET_WAIT = Duration.ofSeconds(4);

  /** How long an idle connection may take to prove that it lives. */
  private static final Duration VALIDATION_WAIT = Duration.ofSeconds(1);

  /** The server ends a session that was silent for this long, and releases its locks. */
  static final Duration SESSION_WAIT = Duration.ofSeconds(60);

  /** More statements than the service has; the server allows 16382 for all connections together. */
  private static final int STATEMENTS_KEPT = 100;

  /** Fits the longest frequent statement, which reads the heads of all partitions. */
  private static final int STATEMENT_LENGTH_KEPT = 16_384;

  private ConnectionPoolSettings() {}

  static void apply(HikariConfig pool) {
    // Under REPEATABLE READ the loser of a race gets an error instead of zero rows.
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.setConnectionInitSql(
        "SET time_zone = '+00:00', innodb_lock_wait_timeout = %d, wait_timeout = %d"
            .formatted(LOCK_WAIT_SECONDS, SESSION_WAIT.toSeconds()));
    pool.setKeepaliveTime(SESSION_WAIT.dividedBy(2).toMillis());
    pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    pool.setValidationTimeout(VALIDATION_WAIT.toMillis());
    pool.setExceptionOverride(new EvictReadOnlyConnections());
    pool.addDataSourceProperty("connectTimeout", String.valueOf(CONNECTION_WAIT.toMillis()));
    pool.addDataSourceProperty("socketTimeout", String.valueOf(SOCKET_WAIT.toMillis()));
    pool.addDataSourceProperty("connectionTimeZone", "UTC");
    // Saves a round trip for each session setting that already has the wanted value.
    pool.addDataSourceProperty("useLocalSessionState", "true");
    cacheStatements(pool);
    pool.setDataSource(ReconnectingDataSource.of(pool));
  }

  // Parsing a statement each time costs driver and server more than running it.
  private static void cacheStatements(HikariConfig pool) {
    pool.addDataSourceProperty("useServerPrepStmts", "true");
    pool.addDataSourceProperty("cachePrepStmts", "true");
    pool.addDataSourceProperty("prepStmtCacheSize", String.valueOf(STATEMENTS_KEPT));
    pool.addDataSourceProperty("prepStmtCacheSqlLimit", String.valueOf(STATEMENT_LENGTH_KEPT));
  }
}
