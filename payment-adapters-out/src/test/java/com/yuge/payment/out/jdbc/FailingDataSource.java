package com.yuge.payment.out.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements and commits that pass, and fails the one it was told to. */
final class FailingDataSource extends DelegatingDataSource {
  private final List<String> passed = new ArrayList<>();
  private int failing = -1;

  FailingDataSource(DataSource target) {
    super(target);
  }

  /** From now on, fails the statement after so many others; none if negative. */
  void failAfter(int others) {
    passed.clear();
    failing = others;
  }

  List<String> passed() {
    return List.copyOf(passed);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> call(connection, method, arguments));
  }

  private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("prepareStatement")) {
      pass(String.valueOf(arguments[0]).strip());
    } else if (method.getName().equals("commit")) {
      pass("COMMIT");
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void pass(String statement) throws SQLException {
    if (passed.size() == failing) {
      throw new SQLException("made to fail: " + statement, "HY000", 1105);
    }
    passed.add(statement);
  }
}
