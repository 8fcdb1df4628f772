package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.fixtures.Interceptor;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Asks for the plan of every statement just before it runs, with its values, on its connection. */
final class ExplainingDataSource extends DelegatingDataSource {
  // MySQL 9.5 and newer answer with a tree unless asked otherwise. MariaDB does not know this
  // format; it takes the comment for a comment.
  private static final String EXPLAIN = "EXPLAIN /*!80000 FORMAT=TRADITIONAL */ ";

  private final List<Plan> plans = new ArrayList<>();

  ExplainingDataSource(DataSource target) {
    super(target);
  }

  /** The plans of what the work runs, INSERTs left out: they look nothing up. */
  List<Plan> plansOf(Runnable work) {
    plans.clear();
    work.run();
    return List.copyOf(plans);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return Interceptor.before(
        Connection.class,
        connection,
        call -> {
          Object result = call.proceed();
          return result instanceof PreparedStatement statement
              ? explained(connection, statement, String.valueOf(call.arguments().get(0)))
              : result;
        });
  }

  private PreparedStatement explained(Connection connection, PreparedStatement run, String sql)
      throws SQLException {
    if (sql.strip().startsWith("INSERT")) {
      return run;
    }
    PreparedStatement explain = connection.prepareStatement(EXPLAIN + sql);
    return Interceptor.before(
        PreparedStatement.class,
        run,
        call -> {
          if (isValue(call.method())) {
            Object unused = call.on(explain);
          } else if (call.name().startsWith("execute")) {
            plans.add(plan(explain, sql));
          }
          return call.proceed();
        });
  }

  // setObject(1, ...) and its like, but not setFetchSize(1).
  private static boolean isValue(Method method) {
    return method.getName().startsWith("set") && method.getParameterCount() > 1;
  }

  private static Plan plan(PreparedStatement explain, String sql) throws SQLException {
    List<Plan.Access> accesses = new ArrayList<>();
    try (explain;
        ResultSet row = explain.executeQuery()) {
      while (row.next()) {
        accesses.add(
            new Plan.Access(
                row.getString("table"),
                row.getString("type"),
                row.getString("key"),
                row.getString("Extra")));
      }
    }
    return new Plan(sql, accesses);
  }
}
