package com.yuge.payment.app.proof;

import com.yuge.payment.domain.fixtures.Interceptor;
import com.yuge.payment.domain.fixtures.Interceptor.Call;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the errors that the database answers with, those that are tried again among them. */
final class SqlErrors implements BeanPostProcessor {
  static final int LOCK_WAIT_TIMEOUT = 1205;
  static final int DEADLOCK = 1213;

  private final Map<Integer, Integer> counts = new ConcurrentHashMap<>();

  int count(int code) {
    return counts.getOrDefault(code, 0);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource database ? watched(DataSource.class, database) : bean;
  }

  private <T> T watched(Class<T> type, T real) {
    return Interceptor.before(type, real, this::answer);
  }

  private @Nullable Object answer(Call call) throws Throwable {
    try {
      Object result = call.proceed();
      if (result instanceof Connection connection) {
        return watched(Connection.class, connection);
      }
      return result instanceof PreparedStatement statement
          ? watched(PreparedStatement.class, statement)
          : result;
    } catch (SQLException error) {
      counts.merge(error.getErrorCode(), 1, Integer::sum);
      throw error;
    }
  }
}
