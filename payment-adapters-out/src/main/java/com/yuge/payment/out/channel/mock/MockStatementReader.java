package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.out.channel.statement.Columns;
import com.yuge.payment.out.channel.statement.StatementText;
import com.yuge.payment.out.channel.statement.Totals;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the MOCK channel's statement: a header, the lines, a header of the totals, and the totals.
 * Commas separate the cells, and no cell contains one.
 */
final class MockStatementReader {
  private static final String AT = "time";
  private static final String KIND = "kind";
  private static final String PAY_NO = "pay_no";
  private static final String TRADE_NO = "trade_no";
  private static final String REFUND_NO = "refund_no";
  private static final String CHANNEL_REFUND_NO = "channel_refund_no";
  private static final String AMOUNT = "amount";
  private static final String CURRENCY = "currency";
  private static final String FEE = "fee";

  private static final String TOTAL = "total_";
  private static final String LINES_TOTAL = "total_lines";
  private static final String PAID_TOTAL = "total_paid";
  private static final String REFUNDED_TOTAL = "total_refunded";
  private static final String FEES_TOTAL = "total_fees";

  private final StatementText text;
  private final Consumer<StatementLine> lines;
  private StatementTotals sums = StatementTotals.NONE;

  MockStatementReader(StatementText text, Consumer<StatementLine> lines) {
    this.text = text;
    this.lines = lines;
  }

  StatementTotals read() throws UnreadableStatement, IOException {
    Columns columns =
        new Columns(
            cells(text.next()),
            List.of(
                AT, KIND, PAY_NO, TRADE_NO, REFUND_NO, CHANNEL_REFUND_NO, AMOUNT, CURRENCY, FEE));
    String line = text.next();
    while (!line.startsWith(TOTAL)) {
      StatementLine read = line(columns.line(sums.lines() + 1, cells(line)));
      sums = sums.plus(read);
      lines.accept(read);
      line = text.next();
    }
    requireTotals(line, text.last());
    text.requireEnd();
    return sums;
  }

  private StatementLine line(Columns.Cells cells) throws UnreadableStatement {
    if (!cells.text(CURRENCY).equals("CNY")) {
      throw cells.wrong(CURRENCY);
    }
    boolean refund =
        switch (cells.text(KIND)) {
          case "PAYMENT", "REVOKED" -> false;
          case "REFUND" -> true;
          default -> throw cells.wrong(KIND);
        };
    return new StatementLine(
        sums.lines() + 1,
        cells.number(PAY_NO),
        cells.channelNumber(TRADE_NO),
        refund ? cells.number(REFUND_NO) : null,
        refund ? cells.channelNumber(CHANNEL_REFUND_NO) : null,
        cells.amountFromZero(AMOUNT),
        cells.fee(FEE),
        cells.text(KIND).equals("REVOKED"),
        time(cells));
  }

  private static Instant time(Columns.Cells cells) throws UnreadableStatement {
    try {
      return Instant.parse(cells.text(AT));
    } catch (DateTimeException e) {
      throw cells.wrong(AT);
    }
  }

  private void requireTotals(String header, String row) throws UnreadableStatement {
    Columns columns =
        new Columns(cells(header), List.of(LINES_TOTAL, PAID_TOTAL, REFUNDED_TOTAL, FEES_TOTAL));
    Columns.Cells summary = columns.line(sums.lines() + 1, cells(row));
    Totals.require(LINES_TOTAL, summary.amount(LINES_TOTAL), BigDecimal.valueOf(sums.lines()));
    Totals.require(PAID_TOTAL, summary.amount(PAID_TOTAL), sums.paid());
    Totals.require(REFUNDED_TOTAL, summary.amount(REFUNDED_TOTAL), sums.refunded());
    Totals.require(FEES_TOTAL, summary.fee(FEES_TOTAL), sums.fees());
  }

  private static List<String> cells(String line) {
    return List.of(line.split(",", -1));
  }
}
