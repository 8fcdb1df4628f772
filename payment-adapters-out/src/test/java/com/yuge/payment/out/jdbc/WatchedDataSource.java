package com.yuge.payment.out.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            WatchedDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> call(connection, method, arguments));
  }

  private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("prepareStatement")) {
      watcher.before(String.valueOf(arguments[0]).strip());
    } else if (method.getName().equals("commit")) {
      watcher.before("COMMIT");
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
