package com.yuge.payment.out.jdbc;

import static com.yuge.payment.out.jdbc.StatementTables.CHANNEL;
import static com.yuge.payment.out.jdbc.StatementTables.DAY;
import static com.yuge.payment.out.jdbc.StatementTables.HOLD;
import static com.yuge.payment.out.jdbc.StatementTables.MERCHANT;
import static com.yuge.payment.out.jdbc.StatementTables.REASON;
import static com.yuge.payment.out.jdbc.StatementTables.STATEMENTS;
import static com.yuge.payment.out.jdbc.StatementTables.TRANSACTIONS;
import static com.yuge.payment.out.jdbc.StatementTables.claimed;
import static com.yuge.payment.out.jdbc.StatementTables.key;
import static com.yuge.payment.out.jdbc.StatementTables.rows;
import static com.yuge.payment.out.jdbc.StatementTables.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.devstack.LatestDeadlock;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFile;
import com.yuge.payment.domain.statement.StatementLost;
import com.yuge.payment.domain.statement.StatementProgress;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementWalk;
import com.yuge.payment.domain.statement.Statements;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements in the real table, also when instances meet there. */
class JdbcStatementsTest {
  @BeforeEach
  void clear() {
    StatementTables.clear();
  }

  @Test
  void aPlannedStatementIsDueAtOnceAndIsThereOnce() {
    STATEMENTS.plan(key(DAY));
    STATEMENTS.plan(key(DAY));
    STATEMENTS.plan(key(DAY.minusDays(1)));

    List<Statement> due = STATEMENTS.claim(10, HOLD);

    assertThat(due)
        .extracting(Statement::key)
        .containsExactlyInAnyOrder(key(DAY), key(DAY.minusDays(1)));
    assertThat(due).extracting(Statement::version).containsOnly(1L);
    assertThat(due).extracting(Statement::state).containsOnly(StatementState.WAITING);
    assertThat(STATEMENTS.claim(10, HOLD)).isEmpty();
    assertThat(STATEMENTS.lastPlanned(CHANNEL, MERCHANT, "ALL")).contains(DAY);
    assertThat(STATEMENTS.lastPlanned(CHANNEL, MERCHANT, "OTHER")).isEmpty();
  }

  @Test
  void everyFieldIsReadAsItWasWritten() {
    Statement next = full(claimed(DAY));

    TRANSACTIONS.run(() -> STATEMENTS.advance(next, HOLD));

    assertThat(STATEMENTS.find(next.id())).contains(next);
    assertThat(TRANSACTIONS.call(() -> STATEMENTS.lock(next.id()))).contains(next);
  }

  @Test
  void nothingThatIsUnknownIsWritten() {
    Statement claimed = claimed(DAY);

    TRANSACTIONS.run(() -> STATEMENTS.advance(claimed, null));

    assertThat(STATEMENTS.find(claimed.id())).contains(claimed);
    assertThat(due()).isEmpty();
  }

  @Test
  void aHeldOneIsNotClaimedUntilTheHoldEnds() {
    Statement claimed = claimed(DAY);
    TRANSACTIONS.run(() -> STATEMENTS.advance(claimed, Duration.ZERO));
    TRANSACTIONS.run(() -> STATEMENTS.keep(claimed, HOLD));
    assertThat(due()).isEmpty();

    TRANSACTIONS.run(() -> STATEMENTS.keep(claimed, Duration.ZERO));

    assertThat(due()).extracting(Statement::version).containsExactly(claimed.version() + 1);
  }

  @Test
  void whoLostAStatementWritesNothing() {
    Statement lost = claimed(DAY);
    TRANSACTIONS.run(() -> STATEMENTS.keep(lost, Duration.ZERO));
    Statement ours = due().get(0);

    for (Runnable write :
        List.<Runnable>of(
            () -> STATEMENTS.keep(lost, Duration.ZERO),
            () -> STATEMENTS.advance(full(lost), Duration.ZERO))) {
      assertThatThrownBy(() -> TRANSACTIONS.run(write)).isInstanceOf(StatementLost.class);
    }

    assertThat(STATEMENTS.find(ours.id())).contains(ours);
    assertThat(due()).isEmpty();
  }

  @Test
  void whoKeepsAStatementHasItUntilTheTransactionEnds() {
    Statement claimed = claimed(DAY);
    TRANSACTIONS.run(() -> STATEMENTS.keep(claimed, Duration.ZERO));
    STATEMENTS.plan(key(DAY.plusDays(1)));

    TRANSACTIONS.run(
        () -> {
          STATEMENTS.keep(claimed, Duration.ZERO);
          assertThat(Race.answerOf(CompletableFuture.supplyAsync(JdbcStatementsTest::due)))
              .extracting(Statement::key)
              .containsExactly(key(DAY.plusDays(1)));
        });

    assertThat(due()).extracting(Statement::key).containsExactly(key(DAY));
  }

  @Test
  void instancesThatClaimAtTheSameTimeShareTheStatements() {
    String before = LatestDeadlock.on(StatementTables.JDBC);
    for (int day = 0; day < 40; day++) {
      STATEMENTS.plan(key(DAY.plusDays(day)));
    }

    Race<List<Statement>> race = Race.of(8, () -> STATEMENTS.claim(5, HOLD));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers().stream().flatMap(List::stream).map(Statement::id))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(LatestDeadlock.on(StatementTables.JDBC)).isEqualTo(before);
  }

  @Test
  void anOperatorsRequestTakesItFromWhoeverHasItAndIsOnRecord() {
    Statement held = claimed(DAY);
    Statement again = at(held, held.version() + 1);

    TRANSACTIONS.run(() -> STATEMENTS.again(again, REASON, StatementTables.NOON));

    assertThatThrownBy(() -> TRANSACTIONS.run(() -> STATEMENTS.advance(held, HOLD)))
        .isInstanceOf(StatementLost.class);
    assertThat(due()).containsExactly(at(again, held.version() + 2));
    assertThat(
            StatementTables.JDBC
                .sql("SELECT CONCAT(statement_id, operator, reason, run) FROM t_statement_change")
                .query(String.class)
                .single())
        .isEqualTo(held.id() + REASON.by() + REASON.reason() + again.run());
  }

  private static Statement at(Statement of, long version) {
    return new Statement(
        of.id(),
        of.key(),
        StatementState.WAITING,
        version,
        2,
        0,
        null,
        null,
        0,
        new StatementProgress(StatementWalk.LINES, 0, 0),
        null,
        null);
  }

  @Test
  void writesNeedATransaction() {
    Statement claimed = claimed(DAY);

    for (Runnable write :
        List.<Runnable>of(
            () -> STATEMENTS.keep(claimed, HOLD),
            () -> STATEMENTS.advance(claimed, HOLD),
            () -> STATEMENTS.again(claimed, REASON, StatementTables.NOON))) {
      assertThatThrownBy(write::run).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theyAreCountedAndListed() {
    for (int day = 0; day < 4; day++) {
      STATEMENTS.plan(key(DAY.plusDays(day)));
    }
    set("t_statement", "state = 'MATCHED' WHERE bill_date = '2026-03-01'");
    set("t_statement", "state = 'EMPTY' WHERE bill_date = '2026-03-02'");
    set("t_statement", "state = 'FAILED' WHERE bill_date = '2026-03-03'");

    assertThat(STATEMENTS.count(CHANNEL, MERCHANT, DAY, DAY.plusDays(2)))
        .isEqualTo(new Statements.Count(3, 2));
    assertThat(STATEMENTS.count(CHANNEL, "M2", DAY, DAY.plusDays(2)))
        .isEqualTo(new Statements.Count(0, 0));
    assertThat(STATEMENTS.oldestUndone()).isEqualTo(Map.of(CHANNEL, DAY.plusDays(2)));
    List<Statement> page = STATEMENTS.list(null, Long.MAX_VALUE, 3);
    assertThat(page)
        .extracting(one -> one.key().day())
        .containsExactly(DAY.plusDays(3), DAY.plusDays(2), DAY.plusDays(1));
    assertThat(STATEMENTS.list(null, page.get(2).id(), 3))
        .extracting(one -> one.key().day())
        .containsExactly(DAY);
    assertThat(STATEMENTS.list(StatementState.FAILED, Long.MAX_VALUE, 3)).hasSize(1);
    assertThat(rows("t_statement")).isEqualTo(4);
  }

  private static List<Statement> due() {
    return STATEMENTS.claim(100, HOLD);
  }

  private static Statement full(Statement of) {
    return new Statement(
        of.id(),
        of.key(),
        StatementState.MATCHED,
        of.version(),
        2,
        1,
        new StatementFile("a".repeat(64), 7),
        new StatementTotals(
            3, new BigDecimal("1.00"), new BigDecimal("2.00"), new BigDecimal("-0.12345")),
        4,
        new StatementProgress(StatementWalk.REFUNDS, 99, 5),
        "b".repeat(64),
        "why");
  }
}
