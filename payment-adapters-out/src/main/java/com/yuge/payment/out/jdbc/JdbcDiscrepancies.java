package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Discrepancies;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyChange;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import com.yuge.payment.domain.statement.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Discrepancies} in t_discrepancy and t_discrepancy_change. */
final class JdbcDiscrepancies implements Discrepancies {
  private static final String DUE =
      DiscrepancyRow.SELECT
          + """
          FORCE INDEX (idx_discrepancy_due)
          WHERE next_check_at <= UTC_TIMESTAMP(6)
          ORDER BY next_check_at LIMIT ? FOR UPDATE SKIP LOCKED
          """;

  // Each line looks up one key, and usually finds nothing.
  private static final String FOUND =
      """
      SELECT d.id
      FROM t_statement_line l FORCE INDEX (PRIMARY)
      STRAIGHT_JOIN t_discrepancy d FORCE INDEX (uk_discrepancy_subject)
        ON d.channel = :channel
          AND d.kind = IF(l.refund_no IS NULL, 'BANK_MISS', 'REFUND_MISS')
          AND d.subject = COALESCE(l.refund_no, l.trade_no)
      WHERE l.statement_id = :statement AND l.line_no BETWEEN :first AND :last
        AND d.state = 'OPEN'
      """;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final DiscrepancyRecords records;
  private final DiscrepancyChanges changes;
  private final DiscrepancyReads reads;

  JdbcDiscrepancies(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.records = new DiscrepancyRecords(jdbc);
    this.changes = new DiscrepancyChanges(jdbc);
    this.reads = new DiscrepancyReads(jdbc);
  }

  @Override
  public void record(Statement statement, List<Difference> differences, Instant now) {
    JdbcTransactions.require("recording discrepancies");
    records.add(statement, differences, now);
  }

  @Override
  public void foundIn(
      Statement statement, int firstLine, int lastLine, OperatorReason reason, Instant now) {
    JdbcTransactions.require("resolving what a later statement lists");
    List<Long> found =
        jdbc.sql(FOUND)
            .param("channel", statement.key().channel().name())
            .param("statement", statement.id())
            .param("first", firstLine)
            .param("last", lastLine)
            .query(Long.class)
            .list();
    found.stream().sorted().distinct().forEach(id -> resolveByLaterFile(id, reason, now));
  }

  @Override
  public void fileCame(
      Statement statement, DiscrepancyType type, OperatorReason reason, Instant now) {
    transactions.run(
        () -> reads.ofFile(statement, type).ifPresent(id -> resolveByLaterFile(id, reason, now)));
  }

  // If it was resolved meanwhile, that resolution stays.
  private void resolveByLaterFile(long id, OperatorReason reason, Instant now) {
    boolean unused = changes.resolve(id, Resolution.LATER_FILE, reason, now);
  }

  @Override
  public List<Discrepancy> claim(int most, Duration hold) {
    return transactions.call(
        () -> {
          List<Discrepancy> due = jdbc.sql(DUE).param(most).query(DiscrepancyRow::map).list();
          new NumberedRows("t_discrepancy", due.stream().map(Discrepancy::id).toList())
              .hold(jdbc, hold);
          return due;
        });
  }

  @Override
  public void queried(Discrepancy discrepancy, @Nullable Duration due) {
    int unused =
        transactions.single(
            () ->
                jdbc.sql(
                        """
                        UPDATE t_discrepancy
                        SET queries = queries + 1,
                            next_check_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                        WHERE id = :id AND state = 'OPEN'
                        """)
                    .param("micros", due == null ? null : NumberedRows.micros(due))
                    .param("id", discrepancy.id())
                    .update());
  }

  @Override
  public boolean resolve(long id, Resolution resolution, OperatorReason reason, Instant now) {
    return transactions.call(() -> changes.resolve(id, resolution, reason, now));
  }

  @Override
  public boolean reopen(long id, OperatorReason reason, Instant now) {
    return transactions.call(() -> changes.reopen(id, reason, now));
  }

  @Override
  public Optional<Discrepancy> find(long id) {
    return StoreErrors.ask(() -> reads.find(id));
  }

  @Override
  public List<DiscrepancyChange> changes(long id) {
    return StoreErrors.ask(() -> changes.of(id));
  }

  @Override
  public List<Discrepancy> list(DiscrepancyFilter filter, long after, int limit) {
    return StoreErrors.ask(() -> reads.list(filter, after, limit));
  }

  @Override
  public Map<DiscrepancyType, Integer> countOpen(int limit) {
    return StoreErrors.ask(() -> reads.countOpen(limit));
  }
}
