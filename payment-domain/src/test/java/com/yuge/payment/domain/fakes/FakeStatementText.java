package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text of {@link FakeStatements}: cells between commas. */
final class FakeStatementText {
  static final String TOTALS = "totals,";

  private static final int CELLS = 8;

  private FakeStatementText() {}

  static String written(List<StatementLine> lines) {
    StatementTotals totals = StatementTotals.NONE;
    for (StatementLine line : lines) {
      totals = totals.plus(line);
    }
    return Stream.concat(lines.stream().map(FakeStatementText::written), Stream.of(written(totals)))
        .collect(Collectors.joining("\n"));
  }

  static String written(StatementTotals totals) {
    return TOTALS
        + String.join(
            ",",
            Integer.toString(totals.lines()),
            totals.paid().toPlainString(),
            totals.refunded().toPlainString(),
            totals.fees().toPlainString());
  }

  private static String written(StatementLine line) {
    return String.join(
        ",",
        line.outTradeNo(),
        line.tradeNo(),
        Objects.toString(line.outRefundNo(), ""),
        Objects.toString(line.channelRefundNo(), ""),
        line.amount().toPlainString(),
        line.fee().toPlainString(),
        Boolean.toString(line.revoked()),
        line.at().toString());
  }

  static StatementLine read(int number, String text) throws UnreadableStatement {
    String[] cells = text.split(",", -1);
    if (cells.length != CELLS) {
      throw new UnreadableStatement(Reason.LINE, "line " + number);
    }
    return new StatementLine(
        number,
        cells[0],
        cells[1],
        orNull(cells[2]),
        orNull(cells[3]),
        new BigDecimal(cells[4]),
        new BigDecimal(cells[5]),
        Boolean.parseBoolean(cells[6]),
        Instant.parse(cells[7]));
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
