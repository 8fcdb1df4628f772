package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementLines;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link StatementLines} in t_statement_line. */
final class JdbcStatementLines implements StatementLines {
  /** Rows of one SQL statement; more are not faster, and the server parses JSON in memory. */
  private static final int BATCH = 1000;

  // ERROR ON ERROR, because otherwise a number that is too long would become NULL.
  private static final String ADD =
      """
      INSERT INTO t_statement_line (statement_id, line_no, pay_no, trade_no, refund_no,
        channel_refund_no, amount, fee_base, fee, revoked, dated_at, created_at)
      SELECT :id, n.line_no, n.pay_no, n.trade_no, n.refund_no, n.channel_refund_no, n.amount,
        n.fee_base, n.fee, n.revoked, n.dated_at, UTC_TIMESTAMP(6)
      FROM JSON_TABLE(:lines, '$[*]' COLUMNS (
        line_no INT PATH '$.line',
        pay_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin PATH '$.pay' ERROR ON ERROR,
        trade_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH '$.trade' ERROR ON ERROR,
        refund_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH '$.refund' ERROR ON ERROR,
        channel_refund_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH '$.channelRefund' ERROR ON ERROR,
        amount DECIMAL(14,2) PATH '$.amount' ERROR ON ERROR,
        fee_base DECIMAL(14,2) PATH '$.feeBase' ERROR ON ERROR,
        fee DECIMAL(17,5) PATH '$.fee' ERROR ON ERROR,
        revoked TINYINT PATH '$.revoked' ERROR ON ERROR,
        dated_at VARCHAR(32) PATH '$.at' ERROR ON ERROR)) n
      """;

  private final JdbcClient jdbc;

  JdbcStatementLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Statement statement, List<StatementLine> lines) {
    for (int first = 0; first < lines.size(); first += BATCH) {
      addBatch(statement, lines.subList(first, Math.min(first + BATCH, lines.size())));
    }
  }

  private void addBatch(Statement statement, List<StatementLine> lines) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(lines.size());
    lines.forEach(line -> rows.add(row(line)));
    RowCounts.all(
        lines.size(),
        jdbc.sql(ADD).param("id", statement.id()).param("lines", JsonRows.of(rows)).update());
  }

  // Amounts are texts: JSON's numbers may pass through binary floating point.
  private static Map<String, @Nullable Object> row(StatementLine line) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("line", line.number());
    row.put("pay", line.outTradeNo());
    row.put("trade", line.tradeNo());
    row.put("refund", line.outRefundNo());
    row.put("channelRefund", line.channelRefundNo());
    row.put("amount", line.amount().toPlainString());
    row.put("feeBase", line.feeBase().toPlainString());
    row.put("fee", line.fee().toPlainString());
    row.put("revoked", line.revoked() ? 1 : 0);
    row.put(
        "at",
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            Objects.requireNonNull(Utc.column(line.at()), "every line is dated")));
    return row;
  }

  @Override
  public int remove(Statement statement, int most) {
    return jdbc.sql(
            """
            DELETE FROM t_statement_line
            WHERE statement_id = ? ORDER BY statement_id, line_no LIMIT ?
            """)
        .params(statement.id(), most)
        .update();
  }
}
