package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static com.yuge.payment.domain.fixtures.StatementBook.NOON;
import static com.yuge.payment.domain.fixtures.StatementBook.REASON;
import static com.yuge.payment.domain.fixtures.StatementBook.payment;
import static com.yuge.payment.out.jdbc.StatementTables.JDBC;
import static com.yuge.payment.out.jdbc.StatementTables.STATEMENTS;
import static com.yuge.payment.out.jdbc.StatementTables.TRANSACTIONS;
import static com.yuge.payment.out.jdbc.StatementTables.add;
import static com.yuge.payment.out.jdbc.StatementTables.claimed;
import static com.yuge.payment.out.jdbc.StatementTables.rows;
import static com.yuge.payment.out.jdbc.StatementTables.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.retention.AgedRecords.Kind;
import com.yuge.payment.domain.retention.AgedRecords.Trimmed;
import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import com.yuge.payment.domain.statement.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is removed of old statements and discrepancies, and what stays. */
class AgedStatementsTest {
  private static final Duration RETENTION = Duration.ofDays(100);
  private static final String OLD = "created_at = UTC_TIMESTAMP(6) - INTERVAL 101 DAY";

  private final JdbcAgedRecords records = new JdbcAgedRecords(JDBC);
  private final JdbcDiscrepancies discrepancies = new JdbcDiscrepancies(JDBC, TRANSACTIONS);

  @BeforeEach
  void clear() {
    StatementTables.clear();
  }

  @Test
  void linesOfOldStatementsAreRemovedChunkByChunkAndTheirStatementsStay() {
    Statement none = claimed(DAY);
    Statement old = claimed(DAY.plusDays(1));
    Statement young = claimed(DAY.plusDays(2));
    Statement alsoOld = claimed(DAY.plusDays(3));
    for (Statement statement : List.of(old, young, alsoOld)) {
      add(statement, payment(1, "P1", "T1"), payment(2, "P2", "T2"), payment(3, "P3", "T3"));
    }
    set("t_statement", OLD);
    set("t_statement_line", OLD + " WHERE statement_id <> " + young.id());
    long before = none.id() - 1;

    assertTrimmed(trim(Kind.STATEMENT_LINE, before, 2), 2, old.id() - 1, false);
    assertTrimmed(trim(Kind.STATEMENT_LINE, old.id() - 1, 2), 1, old.id(), false);
    assertTrimmed(trim(Kind.STATEMENT_LINE, old.id(), 4), 3, alsoOld.id(), false);
    assertTrimmed(trim(Kind.STATEMENT_LINE, alsoOld.id(), 4), 0, alsoOld.id(), true);
    assertTrimmed(trim(Kind.STATEMENT_LINE, before, 3), 0, young.id(), false);
    assertThat(rows("t_statement_line")).isEqualTo(3);
    assertThat(rows("t_statement")).isEqualTo(4);
  }

  @Test
  void theFileOfAnOldStatementIsRemovedInSmallParts() {
    Statement statement = claimed(DAY);
    int most = JdbcStatementFiles.MOST_REMOVED;
    for (int part = 0; part <= most; part++) {
      StatementTables.addPart(statement, part);
    }
    set("t_statement", OLD);
    long before = statement.id() - 1;
    assertTrimmed(trim(Kind.STATEMENT_FILE, before, 1000), 0, statement.id(), true);

    set("t_statement_chunk", OLD);

    assertTrimmed(trim(Kind.STATEMENT_FILE, before, 1000), most, before, false);
    assertTrimmed(trim(Kind.STATEMENT_FILE, before, 1000), 1, statement.id(), false);
  }

  /** It was fetched again while the old lines were being removed. */
  @Test
  void youngLinesBehindOldOnesStay() {
    Statement statement = claimed(DAY);
    add(statement, payment(1, "P1", "T1"), payment(2, "P2", "T2"));
    set("t_statement", OLD);
    set("t_statement_line", OLD + " WHERE line_no = 1");

    assertThat(trim(Kind.STATEMENT_LINE, statement.id() - 1, 10).removed()).isOne();
    assertThat(rows("t_statement_line")).isOne();
  }

  @Test
  void anOperatorsRequestIsRemovedWhenItIsOld() {
    Statement held = claimed(DAY);
    TRANSACTIONS.run(() -> STATEMENTS.again(next(held), REASON, NOON));
    set("t_statement_change", "created_at = UTC_TIMESTAMP(6)");
    assertThat(trim(Kind.STATEMENT_CHANGE, 0, 10).removed()).isZero();

    set("t_statement_change", OLD);

    assertThat(trim(Kind.STATEMENT_CHANGE, 0, 10).removed()).isOne();
  }

  private static Statement next(Statement held) {
    return new Statement(
        held.id(),
        held.key(),
        held.state(),
        held.version() + 1,
        2,
        0,
        null,
        null,
        0,
        held.progress(),
        null,
        null);
  }

  @Test
  void aResolvedDiscrepancyIsRemovedWithItsHistoryAndAnOpenOneStays() {
    Statement statement = claimed(DAY);
    TRANSACTIONS.run(
        () ->
            discrepancies.record(statement, List.of(found("T1"), found("T2"), found("T3")), NOON));
    List<Long> ids = JDBC.sql("SELECT id FROM t_discrepancy ORDER BY id").query(Long.class).list();
    ids.forEach(
        id -> assertThat(discrepancies.resolve(id, Resolution.ACCEPTED, REASON, NOON)).isTrue());
    assertThat(discrepancies.reopen(ids.get(2), REASON, NOON)).isTrue();
    set("t_discrepancy_change", OLD);
    set("t_discrepancy", "resolved_at = UTC_TIMESTAMP(6) WHERE id = " + ids.get(1));
    set(
        "t_discrepancy",
        "resolved_at = UTC_TIMESTAMP(6) - INTERVAL 101 DAY WHERE id = " + ids.get(0));

    assertThat(trim(Kind.DISCREPANCY, 0, 10).removed()).isOne();
    assertThat(trim(Kind.DISCREPANCY_CHANGE, 0, 10).removed()).isOne();

    assertThat(discrepancies.find(ids.get(0))).isEmpty();
    assertThat(discrepancies.changes(ids.get(0))).isEmpty();
    assertThat(discrepancies.changes(ids.get(1))).hasSize(1);
    assertThat(discrepancies.changes(ids.get(2))).hasSize(2);
  }

  private static Difference found(String subject) {
    return new Difference(DiscrepancyType.FEE, subject, 1, "P1", null, "ours", "theirs");
  }

  private Trimmed trim(Kind kind, long after, int limit) {
    return records.trim(kind, after, RETENTION, limit);
  }

  private static void assertTrimmed(Trimmed trimmed, int removed, long row, boolean end) {
    assertThat(trimmed).isEqualTo(new Trimmed(removed, row, end));
  }
}
