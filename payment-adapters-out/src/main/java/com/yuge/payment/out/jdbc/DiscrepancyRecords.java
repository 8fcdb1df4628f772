package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inserts discrepancies, many by one SQL statement. */
final class DiscrepancyRecords {
  private static final int BATCH = 1000;
  private static final int TEXT_LENGTH = 512;

  // All writers use the same sort order, so they cannot deadlock.
  private static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::type).thenComparing(Difference::subject);

  private static final String RECORD =
      """
      INSERT INTO t_discrepancy (channel, kind, subject, statement_id, line_no, pay_no, refund_no,
        ours, theirs, state, queries, next_check_at, first_seen, last_seen)
      SELECT :channel, n.kind, n.subject, :statement, n.line_no, n.pay_no, n.refund_no, n.ours,
        n.theirs, 'OPEN', 0, IF(n.asked, UTC_TIMESTAMP(6), NULL), :now, :now
      FROM JSON_TABLE(:found, '$[*]' COLUMNS (
        kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin PATH '$.kind' ERROR ON ERROR,
        subject VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin PATH '$.subject' ERROR ON ERROR,
        line_no INT PATH '$.line' ERROR ON ERROR,
        pay_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin PATH '$.payNo' ERROR ON ERROR,
        refund_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH '$.refundNo'
          ERROR ON ERROR,
        ours VARCHAR(512) CHARACTER SET utf8mb4 PATH '$.ours' ERROR ON ERROR,
        theirs VARCHAR(512) CHARACTER SET utf8mb4 PATH '$.theirs' ERROR ON ERROR,
        asked TINYINT PATH '$.asked' ERROR ON ERROR)) n
      ON DUPLICATE KEY UPDATE last_seen = :now
      """;

  private final JdbcClient jdbc;

  DiscrepancyRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Statement statement, List<Difference> differences, Instant now) {
    List<Difference> sorted = differences.stream().sorted(ORDER).toList();
    for (int first = 0; first < sorted.size(); first += BATCH) {
      addBatch(statement, sorted.subList(first, Math.min(first + BATCH, sorted.size())), now);
    }
  }

  private void addBatch(Statement statement, List<Difference> batch, Instant now) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(batch.size());
    batch.forEach(difference -> rows.add(row(difference)));
    int unused =
        jdbc.sql(RECORD)
            .param("channel", statement.key().channel().name())
            .param("statement", statement.id())
            .param("now", Utc.column(now))
            .param("found", JsonRows.of(rows))
            .update();
  }

  private static Map<String, @Nullable Object> row(Difference difference) {
    Map<String, @Nullable Object> row = new TreeMap<>();
    row.put("kind", difference.type().name());
    row.put("subject", difference.subject());
    row.put("line", difference.line());
    row.put("payNo", difference.payNo());
    row.put("refundNo", difference.refundNo());
    row.put("ours", Utf8.cut(difference.ours(), TEXT_LENGTH));
    row.put("theirs", Utf8.cut(difference.theirs(), TEXT_LENGTH));
    row.put("asked", difference.type().isAsked() ? 1 : 0);
    return row;
  }
}
