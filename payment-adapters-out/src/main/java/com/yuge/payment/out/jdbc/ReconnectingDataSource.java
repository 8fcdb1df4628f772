package com.yuge.payment.out.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tries again and again to connect while the database cannot be reached. HikariCP pauses for up to
 * 5 s between its own attempts, no setting shortens this, and nothing wakes it. So without this
 * class, payments could wait that long after the database is back.
 */
final class ReconnectingDataSource extends DelegatingDataSource {
  static final Duration PAUSE = Duration.ofMillis(250);

  /** After this time, HikariCP gets the error and passes the reason to callers. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The class of SQL states in which there is no connection. */
  private static final String NO_CONNECTION = "08";

  private interface Attempt {
    Connection connect() throws SQLException;
  }

  ReconnectingDataSource(DataSource database) {
    super(database);
  }

  /** Returns what the pool would use itself. Its URL and driver properties must be final. */
  static ReconnectingDataSource of(HikariConfig pool) {
    return new ReconnectingDataSource(
        new DriverDataSource(
            pool.getJdbcUrl(),
            pool.getDriverClassName(),
            pool.getDataSourceProperties(),
            pool.getUsername(),
            pool.getPassword()));
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connect(super::getConnection);
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return connect(() -> super.getConnection(username, password));
  }

  private static Connection connect(Attempt attempt) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return attempt.connect();
      } catch (SQLException e) {
        if (!isAway(e) || end - System.nanoTime() <= 0) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private static boolean isAway(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(NO_CONNECTION);
  }

  /** Throws the error if the pool is closed meanwhile. */
  private static void pause(SQLException e) throws SQLException {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }
}
