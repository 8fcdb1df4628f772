package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.devstack.LatestDeadlock;
import com.yuge.payment.domain.contracts.StatementsContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Statements;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class JdbcStatementsTest extends StatementsContract {
  private final String deadlockBefore = LatestDeadlock.on(StatementTables.JDBC);

  @Override
  protected Statements statements() {
    return StatementTables.STATEMENTS;
  }

  @Override
  protected Transactions transactions() {
    return StatementTables.TRANSACTIONS;
  }

  @Override
  protected void empty() {
    StatementTables.clear();
  }

  @Override
  protected List<String> requests() {
    return StatementTables.JDBC
        .sql("SELECT CONCAT_WS(' ', statement_id, run, operator, reason) FROM t_statement_change")
        .query(String.class)
        .list();
  }

  @AfterEach
  void nobodyGaveWayInADeadlock() {
    assertThat(LatestDeadlock.on(StatementTables.JDBC)).isEqualTo(deadlockBefore);
  }
}
