package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import com.yuge.payment.out.channel.statement.BeijingTime;
import com.yuge.payment.out.channel.statement.Columns;
import com.yuge.payment.out.channel.statement.StatementText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads the details of Alipay's trade bill, in the form of the files that merchants have published:
 * comments begin with #, the lines stand between comments, and the totals are in the comments after
 * the lines. Texts end with a tab. A refund's amounts are below zero. Alipay takes its fee from
 * what the merchant receives, and not from the part that a coupon of the merchant pays.
 */
final class AlipayStatementReader {
  private static final String KIND = "业务类型";
  private static final String AT = "完成时间";
  private static final String TRADE_NO = "支付宝交易号";
  private static final String OUT_TRADE_NO = "商户订单号";
  private static final String OUT_REFUND_NO = "退款批次号/请求号";
  private static final String ORDERED = "订单金额（元）";
  private static final String RECEIVED = "商家实收（元）";
  private static final String FEE = "服务费（元）";

  private final StatementText text;
  private final Consumer<StatementLine> lines;
  private StatementTotals sums = StatementTotals.NONE;
  private final NetTotalsCheck paid = new NetTotalsCheck("#交易合计：%s笔，商家实收共%s元，.*");
  private final NetTotalsCheck refunded = new NetTotalsCheck("#退款合计：%s笔，商家实收退款共%s元，.*");

  AlipayStatementReader(StatementText text, Consumer<StatementLine> lines) {
    this.text = text;
    this.lines = lines;
  }

  StatementTotals read() throws UnreadableStatement, IOException {
    Columns columns =
        new Columns(
            cells(header()),
            List.of(KIND, AT, TRADE_NO, OUT_TRADE_NO, OUT_REFUND_NO, ORDERED, RECEIVED, FEE));
    String line = text.next();
    while (!isComment(line)) {
      StatementLine read = line(columns.line(sums.lines() + 1, cells(line)));
      sums = sums.plus(read);
      lines.accept(read);
      line = text.next();
    }
    readTotals();
    return sums;
  }

  private String header() throws UnreadableStatement, IOException {
    String line = text.next();
    while (isComment(line)) {
      line = text.next();
    }
    return line;
  }

  private StatementLine line(Columns.Cells cells) throws UnreadableStatement {
    boolean refund = isRefund(cells);
    BigDecimal ordered = signed(cells, ORDERED, refund);
    BigDecimal received = signed(cells, RECEIVED, refund);
    (refund ? refunded : paid).add(received);
    return new StatementLine(
        sums.lines() + 1,
        cells.number(OUT_TRADE_NO),
        cells.channelNumber(TRADE_NO),
        refund ? cells.number(OUT_REFUND_NO) : null,
        null,
        ordered.abs(),
        received.abs(),
        cells.fee(FEE).negate(),
        false,
        BeijingTime.read(cells, AT));
  }

  private static BigDecimal signed(Columns.Cells cells, String column, boolean refund)
      throws UnreadableStatement {
    BigDecimal amount = cells.amount(column);
    if (amount.signum() == (refund ? 1 : -1)) {
      throw cells.wrong(column);
    }
    return amount;
  }

  private static boolean isRefund(Columns.Cells cells) throws UnreadableStatement {
    return switch (cells.text(KIND)) {
      case "交易" -> false;
      case "退款" -> true;
      default -> throw cells.wrong(KIND);
    };
  }

  private void readTotals() throws UnreadableStatement, IOException {
    for (String line = text.nextIfAny(); line != null; line = text.nextIfAny()) {
      if (!line.isBlank() && !isComment(line)) {
        throw new UnreadableStatement(Reason.LINE, "a line after the totals");
      }
      paid.compare(line);
      refunded.compare(line);
    }
    paid.requireTold();
    refunded.requireTold();
  }

  private static boolean isComment(String line) {
    return line.startsWith("#");
  }

  /** Splits a line into cells, and removes the tab at the end of each. */
  private static List<String> cells(String line) throws UnreadableStatement {
    try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
      return parser.stream().flatMap(cells -> cells.stream()).map(String::strip).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableStatement(Reason.LINE, "a quote without its end");
    }
  }
}
