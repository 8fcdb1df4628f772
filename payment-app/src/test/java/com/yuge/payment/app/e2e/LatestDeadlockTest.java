package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.devstack.LatestDeadlock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Else a race test that finds no deadlock would prove nothing. */
class LatestDeadlockTest {
  private static final int DEADLOCK = 1213;

  private final ServiceDatabase database = TestStack.ONE.createDatabase("deadlock");
  private final CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);

  @Test
  void aDeadlockIsSeen() throws Exception {
    int table = database.jdbc().sql("CREATE TABLE t_row (id INT PRIMARY KEY)").update();
    int rows = database.jdbc().sql("INSERT INTO t_row VALUES (1), (2)").update();
    assertThat(List.of(table, rows)).containsExactly(0, 2);
    String before = LatestDeadlock.on(database.jdbc());

    List<Integer> errors = Parallel.run(List.of(() -> lock(1, 2), () -> lock(2, 1)));

    assertThat(errors).containsExactlyInAnyOrder(0, DEADLOCK);
    assertThat(LatestDeadlock.on(database.jdbc())).isNotEqualTo(before).contains("t_row");
  }

  /** The error's number, or 0. */
  private int lock(int first, int second) throws SQLException {
    try (Connection connection = database.pool().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        lock(statement, first);
        meet();
        lock(statement, second);
        return 0;
      } catch (SQLException e) {
        return e.getErrorCode();
      } finally {
        connection.rollback();
      }
    }
  }

  private static void lock(Statement statement, int id) throws SQLException {
    statement.execute("SELECT id FROM t_row WHERE id = " + id + " FOR UPDATE");
  }

  private void meet() {
    try {
      int unused = bothHoldTheirFirst.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("the other did not come", e);
    }
  }
}
