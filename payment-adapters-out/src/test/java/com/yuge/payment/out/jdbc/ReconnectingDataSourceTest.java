package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class ReconnectingDataSourceTest {
  private final SQLException away = new SQLException("refused", "08S01");
  private final SQLException denied = new SQLException("no such user", "28000");

  private final Deque<SQLException> errors = new ArrayDeque<>();
  private final ReconnectingDataSource database = new ReconnectingDataSource(new Scripted());

  @Test
  void connectsAgainUntilTheDatabaseIsBack() throws SQLException {
    errors.addAll(List.of(away, away));

    try (Connection connection = database.getConnection("user", "secret")) {
      assertThat(connection.isValid(1)).isTrue();
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void tellsAtOnceWhatWaitingDoesNotMend() {
    errors.addAll(List.of(denied, away));

    assertThatThrownBy(database::getConnection).isSameAs(denied);
    assertThat(errors).hasSize(1);
  }

  @Test
  void endsWhenThePoolIsClosed() {
    errors.addAll(List.of(away, away));
    Thread.currentThread().interrupt();

    assertThatThrownBy(database::getConnection).isSameAs(away);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(errors).hasSize(1);
  }

  /** Fails with these errors, and then connects. */
  private final class Scripted extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      if (!errors.isEmpty()) {
        throw errors.remove();
      }
      return TestDatabase.pool().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
      return getConnection();
    }
  }
}
