package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.fixtures.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tells of each statement and commit just before it runs. */
class WatchedDataSource extends DelegatingDataSource {
  private final Watcher watcher;

  WatchedDataSource(DataSource target, Watcher watcher) {
    super(target);
    this.watcher = watcher;
  }

  interface Watcher {
    /**
     * A statement is about to run.
     *
     * @param statement COMMIT, if it is one
     * @throws SQLException for the statement to end by
     */
    void before(String statement) throws SQLException;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return Interceptor.before(
        Connection.class,
        super.getConnection(),
        call -> {
          if (call.name().equals("prepareStatement")) {
            watcher.before(String.valueOf(call.arguments().get(0)).strip());
          } else if (call.name().equals("commit")) {
            watcher.before("COMMIT");
          }
          return call.proceed();
        });
  }
}
