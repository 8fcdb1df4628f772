package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.out.channel.statement.BeijingTime;
import com.yuge.payment.out.channel.statement.Columns;
import com.yuge.payment.out.channel.statement.StatementText;
import com.yuge.payment.out.channel.statement.Totals;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads WeChat Pay's trade bill, as the page "交易账单详细说明" describes it: a header, the lines, a header
 * of the totals, and the totals. Each cell begins with a backtick, and none is quoted, even if it
 * has a comma.
 */
final class WechatStatementReader {
  private static final String PAID = "订单金额";
  private static final String REFUNDED = "申请退款金额";
  private static final String FEE = "手续费";
  private static final String STATE = "交易状态";
  private static final String CURRENCY = "货币种类";
  private static final String AT = "交易时间";
  private static final String TRADE_NO = "微信订单号";
  private static final String OUT_TRADE_NO = "商户订单号";
  private static final String REFUND_NO = "微信退款单号";
  private static final String OUT_REFUND_NO = "商户退款单号";

  /** Only bills of refunds have it; in them, the other time may be that of the payment. */
  private static final String REFUND_AT = "退款申请时间";

  private static final String LINES_TOTAL = "总交易单数";
  private static final String PAID_TOTAL = "订单总金额";
  private static final String REFUNDED_TOTAL = "申请退款总金额";
  private static final String FEES_TOTAL = "手续费总金额";

  private static final String CELL = "`";
  private static final Pattern BETWEEN = Pattern.compile("," + CELL);

  private final StatementText text;
  private final Consumer<StatementLine> lines;
  private StatementTotals sums = StatementTotals.NONE;

  WechatStatementReader(StatementText text, Consumer<StatementLine> lines) {
    this.text = text;
    this.lines = lines;
  }

  StatementTotals read() throws UnreadableStatement, IOException {
    Columns columns =
        new Columns(
            names(text.next()),
            List.of(
                PAID,
                REFUNDED,
                FEE,
                STATE,
                CURRENCY,
                AT,
                TRADE_NO,
                OUT_TRADE_NO,
                REFUND_NO,
                OUT_REFUND_NO));
    String line = text.next();
    while (line.startsWith(CELL)) {
      lines.accept(line(columns, columns.line(sums.lines() + 1, cells(line))));
      line = text.next();
    }
    requireTotals(line, text.last());
    text.requireEnd();
    return sums;
  }

  // The totals are the sums of the columns, over lines of every kind.
  private StatementLine line(Columns columns, Columns.Cells cells) throws UnreadableStatement {
    BigDecimal paid = cells.amountFromZero(PAID);
    BigDecimal refunded = cells.amountFromZero(REFUNDED);
    BigDecimal fee = cells.fee(FEE);
    sums =
        new StatementTotals(
            sums.lines() + 1,
            sums.paid().add(paid),
            sums.refunded().add(refunded),
            sums.fees().add(fee));
    requireYuan(cells);
    BillState state = BillState.of(cells, STATE);
    boolean refund = state == BillState.REFUND;
    return new StatementLine(
        sums.lines(),
        cells.number(OUT_TRADE_NO),
        cells.channelNumber(TRADE_NO),
        refund ? cells.number(OUT_REFUND_NO) : null,
        refund ? cells.channelNumber(REFUND_NO) : null,
        state.amount(paid, refunded),
        fee,
        state == BillState.REVOKED,
        BeijingTime.read(cells, refund && columns.has(REFUND_AT) ? REFUND_AT : AT));
  }

  private static void requireYuan(Columns.Cells cells) throws UnreadableStatement {
    if (!cells.text(CURRENCY).equals("CNY")) {
      throw cells.wrong(CURRENCY);
    }
  }

  private void requireTotals(String header, String row) throws UnreadableStatement {
    Columns columns =
        new Columns(names(header), List.of(LINES_TOTAL, PAID_TOTAL, REFUNDED_TOTAL, FEES_TOTAL));
    Columns.Cells summary = columns.line(sums.lines() + 1, cells(row));
    Totals.require(LINES_TOTAL, summary.amount(LINES_TOTAL), BigDecimal.valueOf(sums.lines()));
    Totals.require(PAID_TOTAL, summary.amount(PAID_TOTAL), sums.paid());
    Totals.require(REFUNDED_TOTAL, summary.amount(REFUNDED_TOTAL), sums.refunded());
    Totals.require(FEES_TOTAL, summary.fee(FEES_TOTAL), sums.fees());
  }

  private static List<String> names(String header) {
    return List.of(header.split(",", -1));
  }

  private static List<String> cells(String line) {
    return List.of(BETWEEN.split(line.startsWith(CELL) ? line.substring(1) : line, -1));
  }
}
