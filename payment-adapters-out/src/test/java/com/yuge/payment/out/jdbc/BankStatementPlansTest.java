package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static com.yuge.payment.domain.fixtures.StatementBook.HOLD;
import static com.yuge.payment.domain.fixtures.StatementBook.MERCHANT;
import static com.yuge.payment.domain.fixtures.StatementBook.NOON;
import static com.yuge.payment.domain.fixtures.StatementBook.REASON;
import static com.yuge.payment.domain.fixtures.TestChannels.MOCK;
import static com.yuge.payment.out.jdbc.StatementTables.claimed;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.retention.AgedRecords.Kind;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementBooks;
import com.yuge.payment.domain.statement.StatementState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each statement on the channels' statements finds its rows by a key, few or many as there are. */
class BankStatementPlansTest {
  private static final StatementBooks.Day A_DAY =
      new StatementBooks.Day(MOCK, Set.of("A1"), NOON, NOON.plus(Duration.ofDays(1)));

  private final ExplainingDataSource database = new ExplainingDataSource(TestDatabase.pool());
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Transactions transactions = TestDatabase.transactions(database);
  private final JdbcStatements statements = new JdbcStatements(jdbc, transactions);
  private final JdbcStatementFiles files = new JdbcStatementFiles(jdbc, transactions, statements);
  private final JdbcStatementLines lines = new JdbcStatementLines(jdbc);
  private final JdbcStatementBooks books = new JdbcStatementBooks(jdbc);
  private final JdbcDiscrepancies discrepancies = new JdbcDiscrepancies(jdbc, transactions);

  @BeforeAll
  static void fill() {
    ManyRows.add();
    ManyRefunds.add();
  }

  @AfterAll
  static void empty() {
    StatementTables.clear();
    ManyRefunds.remove();
    ManyRows.remove();
  }

  private static Statement filled(int count) {
    StatementTables.clear();
    Statement statement = claimed(DAY);
    for (int first = 1; first <= count; first += 20_000) {
      int last = Math.min(count, first + 19_999);
      RowCounts.all(
          last - first + 1,
          StatementTables.JDBC
              .sql(
                  """
                  INSERT INTO t_statement_line (statement_id, line_no, pay_no, trade_no, amount,
                    fee, revoked, dated_at, created_at)
                  SELECT :id, n, CONCAT('PAY', LPAD(n, 29, '0')), CONCAT('T', n), 1, 0, 0, NOW(),
                    UTC_TIMESTAMP(6) - INTERVAL 1 DAY
                  FROM (
                    SELECT :first + a.partition_no + 16 * b.partition_no + 256 * c.partition_no
                      + 4096 * d.partition_no AS n
                    FROM t_outbox_partition a JOIN t_outbox_partition b
                    JOIN t_outbox_partition c JOIN t_outbox_partition d
                  ) numbers
                  WHERE n <= :last
                  """)
              .param("id", statement.id())
              .param("first", first)
              .param("last", last)
              .update());
    }
    int unused =
        StatementTables.JDBC
            .sql(
                """
                INSERT INTO t_discrepancy (channel, kind, subject, statement_id, line_no, pay_no,
                  ours, theirs, state, queries, first_seen, last_seen, resolved_at)
                SELECT 'MOCK', 'FEE', trade_no, statement_id, line_no, pay_no, '', '',
                  IF(line_no MOD 2, 'OPEN', 'RESOLVED'), 0, NOW(), NOW(), NOW() - INTERVAL 1 DAY
                FROM t_statement_line ORDER BY line_no LIMIT 5000
                """)
            .update();
    var analyzed =
        StatementTables.JDBC
            .sql("ANALYZE TABLE t_statement, t_statement_line, t_discrepancy")
            .query()
            .listOfRows();
    assertThat(analyzed).isNotEmpty();
    return statement;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void theLinesAndTheBooks(int count) {
    Statement statement = filled(count);

    assertByKey(
        database.plansOf(
            () -> {
              assertThat(books.lines(statement, 0, 1000)).isNotEmpty();
              assertThat(books.line(statement.id(), 1)).isPresent();
              assertThat(books.unlistedPayments(A_DAY, 1, 1000)).isNotNull();
              assertThat(books.unlistedRefunds(A_DAY, 1, 1000)).isNotNull();
              assertThat(books.hasMoney(A_DAY)).isFalse();
            }));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void linesAndFilesAreRemoved(int count) {
    Statement statement = filled(count);
    JdbcAgedRecords records = new JdbcAgedRecords(jdbc);

    assertByKey(
        database.plansOf(
            () -> {
              assertThat(files.open(statement)).isEmpty();
              assertThat(lines.remove(statement, 1)).isOne();
              for (Kind kind :
                  List.of(
                      Kind.STATEMENT_LINE,
                      Kind.STATEMENT_FILE,
                      Kind.STATEMENT_CHANGE,
                      Kind.DISCREPANCY,
                      Kind.DISCREPANCY_CHANGE)) {
                assertThat(records.trim(kind, 0, Duration.ofHours(1), 100)).isNotNull();
              }
            }));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void theStatements(int count) {
    Statement statement = filled(count);

    List<Plan> plans =
        database.plansOf(
            () -> {
              transactions.run(() -> statements.renew(statement, Duration.ZERO));
              Statement ours = statements.claim(1, HOLD).get(0);
              transactions.run(() -> statements.advance(ours, HOLD));
              assertThat(transactions.call(() -> statements.lock(ours.id()))).isPresent();
              assertThat(statements.lastPlanned(MOCK, MERCHANT, "ALL")).isPresent();
              assertThat(statements.count(MOCK, MERCHANT, DAY, DAY).planned()).isOne();
              assertThat(statements.list(null, Long.MAX_VALUE, 10)).hasSize(1);
              assertThat(statements.list(StatementState.WAITING, Long.MAX_VALUE, 10)).hasSize(1);
            });

    assertByKey(plans);
  }

  /** Undone statements are few, so they may be grouped in memory. */
  @Test
  void theOldestStatement() {
    Statement statement = filled(1);

    List<Plan> plans =
        database.plansOf(
            () -> assertThat(statements.oldestUndone()).containsEntry(MOCK, statement.key().day()));

    assertThat(plans).flatExtracting(Plan::ofBigTables).isNotEmpty().allMatch(Plan.Access::isByKey);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void theDiscrepancies(int count) {
    Statement statement = filled(count);
    StatementTables.set("t_discrepancy", "next_check_at = '2000-01-01' WHERE line_no = 1");

    assertByKey(
        database.plansOf(
            () -> {
              Discrepancy due = discrepancies.claim(1, HOLD).get(0);
              discrepancies.queried(due, HOLD);
              transactions.run(() -> discrepancies.foundIn(statement, 1, 1000, REASON, NOON));
              discrepancies.fileCame(statement, DiscrepancyType.TOTALS, REASON, NOON);
              assertThat(discrepancies.resolve(due.id(), Resolution.ACCEPTED, REASON, NOON))
                  .isTrue();
              assertThat(discrepancies.changes(due.id())).hasSize(1);
              assertThat(discrepancies.reopen(due.id(), REASON, NOON)).isTrue();
              assertThat(discrepancies.find(due.id())).isPresent();
              assertThat(discrepancies.countOpen(100)).isNotEmpty();
              for (DiscrepancyFilter filter :
                  List.of(
                      new DiscrepancyFilter(null, null, null, null),
                      new DiscrepancyFilter(Discrepancy.State.OPEN, null, null, null),
                      new DiscrepancyFilter(
                          Discrepancy.State.OPEN, DiscrepancyType.FEE, MOCK, null),
                      new DiscrepancyFilter(
                          Discrepancy.State.OPEN, null, null, due.difference().payNo()))) {
                assertThat(discrepancies.list(filter, 0, 100)).isNotEmpty();
              }
            }));
  }

  private static void assertByKey(List<Plan> plans) {
    assertThat(plans).isNotEmpty();
    assertThat(plans)
        .allSatisfy(
            plan ->
                assertThat(plan.ofBigTables())
                    .as(plan.toString())
                    .allMatch(Plan.Access::isByKey)
                    .noneMatch(Plan.Access::isSortedOrCopied));
  }
}
