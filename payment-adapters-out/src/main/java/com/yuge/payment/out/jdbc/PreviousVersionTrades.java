package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The payment columns of t_pay_order, which the previous version still writes while both versions
 * run side by side. The next release no longer uses them; the release after that drops them.
 */
final class PreviousVersionTrades {
  private static final List<String> STEPS = List.of("SETTLED", "LATE", "MISMATCH", "CLAIM");

  private static final String LATE =
      """
      UPDATE t_pay_order
      SET late_trade_no = :tradeNo, late_amount = COALESCE(:amount, amount),
          late_currency = COALESCE(:currency, currency), late_at = :at
      WHERE pay_no = :payNo AND late_trade_no IS NULL
      """;

  private static final String MISMATCH =
      """
      UPDATE t_pay_order
      SET mismatch_trade_no = :tradeNo, mismatch_amount = COALESCE(:amount, amount),
          mismatch_currency = COALESCE(:currency, currency), mismatch_at = :at
      WHERE pay_no = :payNo AND mismatch_trade_no IS NULL
      """;

  private final JdbcClient jdbc;

  PreviousVersionTrades(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Creates rows for payments that the previous version wrote; the order's row is locked. */
  void adopt(PayOrder locked) {
    long id = locked.id();
    for (String step : STEPS) {
      int unused = jdbc.sql("CALL adopt_pay_trades(?, ?, ?)").params(id, id, step).update();
    }
  }

  /** Writes the payment for the previous version, which otherwise takes a repeat for a new one. */
  void copy(PaidTrade trade) {
    switch (trade.kind()) {
      case SETTLED -> {} // It is in the order's own columns.
      case LATE -> write(LATE, trade);
      case MISMATCH, DUPLICATE -> write(MISMATCH, trade);
    }
  }

  private void write(String sql, PaidTrade trade) {
    boolean unused =
        RowCounts.won(
            jdbc.sql(sql)
                .param("tradeNo", trade.tradeNo().value())
                .param("amount", PaidTradeRow.amount(trade.amount()))
                .param("currency", PaidTradeRow.currency(trade.amount()))
                .param("at", Utc.column(trade.receivedAt()))
                .param("payNo", trade.payNo().value())
                .update());
  }
}
