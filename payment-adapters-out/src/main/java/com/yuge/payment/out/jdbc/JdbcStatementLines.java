package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementLines;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** {@link StatementLines} in t_statement_line. */
final class JdbcStatementLines implements StatementLines {
  /** Rows of one statement; more are not faster, and the server parses JSON in memory. */
  private static final int BATCH = 1000;

  // Otherwise a number that is too long would become NULL.
  private static final String ADD =
      """
      INSERT INTO t_statement_line (statement_id, line_no, pay_no, trade_no, refund_no,
        channel_refund_no, amount, fee, revoked, dated_at, created_at)
      SELECT :id, n.line_no, n.pay_no, n.trade_no, n.refund_no, n.channel_refund_no, n.amount,
        n.fee, n.revoked, n.dated_at, UTC_TIMESTAMP(6)
      FROM JSON_TABLE(:lines, '$[*]' COLUMNS (
        line_no INT PATH '$[0]',
        pay_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin PATH '$[1]' ERROR ON ERROR,
        trade_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH '$[2]' ERROR ON ERROR,
        refund_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH '$[3]' ERROR ON ERROR,
        channel_refund_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH '$[4]' ERROR ON ERROR,
        amount DECIMAL(14,2) PATH '$[5]' ERROR ON ERROR,
        fee DECIMAL(17,5) PATH '$[6]' ERROR ON ERROR,
        revoked TINYINT PATH '$[7]' ERROR ON ERROR,
        dated_at VARCHAR(32) PATH '$[8]' ERROR ON ERROR)) n
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

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
    List<List<@Nullable Object>> rows = new ArrayList<>(lines.size());
    lines.forEach(line -> rows.add(row(line)));
    RowCounts.all(
        lines.size(),
        jdbc.sql(ADD)
            .param("id", statement.id())
            .param("lines", json.writeValueAsString(rows))
            .update());
  }

  // Amounts are texts: JSON's numbers may pass through binary floating point.
  private static List<@Nullable Object> row(StatementLine line) {
    return Arrays.asList(
        line.number(),
        line.outTradeNo(),
        line.tradeNo(),
        line.outRefundNo(),
        line.channelRefundNo(),
        line.amount().toPlainString(),
        line.fee().toPlainString(),
        line.revoked() ? 1 : 0,
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            Objects.requireNonNull(Utc.column(line.at()), "every line is dated")));
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
