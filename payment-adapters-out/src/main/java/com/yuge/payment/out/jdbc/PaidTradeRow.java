package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Rows of t_pay_trade and t_pay_trade_claim. */
final class PaidTradeRow {
  /** The columns that {@link #map} reads. */
  static final String SELECT =
      """
      SELECT id, channel, trade_no, pay_no, kind, amount, currency, paid_at, received_at, state,
             resolved_by, resolved_reason, refund_held, refunded
      FROM t_pay_trade
      """;

  /** The columns that {@link #claim} reads. */
  static final String SELECT_CLAIM =
      """
      SELECT id, channel, trade_no, pay_no, amount, currency, received_at
      FROM t_pay_trade_claim
      """;

  private PaidTradeRow() {}

  static PaidTrade map(ResultSet row, int rowNumber) throws SQLException {
    String state = row.getString("state");
    return new PaidTrade(
        row.getLong("id"),
        new PayChannel(row.getString("channel")),
        new TradeNo(row.getString("trade_no")),
        new PayNo(row.getString("pay_no")),
        Kind.valueOf(row.getString("kind")),
        money(row),
        Utc.instantOrNull(row, "paid_at"),
        Utc.instant(row, "received_at"),
        state == null ? null : State.valueOf(state),
        resolved(row),
        new RefundTotals(row.getBigDecimal("refund_held"), row.getBigDecimal("refunded")));
  }

  static TradeClaim claim(ResultSet row, int rowNumber) throws SQLException {
    return new TradeClaim(
        row.getLong("id"),
        new PayChannel(row.getString("channel")),
        new TradeNo(row.getString("trade_no")),
        new PayNo(row.getString("pay_no")),
        money(row),
        Utc.instant(row, "received_at"));
  }

  static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().getCurrencyCode();
  }

  static @Nullable String state(PaidTrade trade) {
    return trade.state() == null ? null : trade.state().name();
  }

  private static @Nullable Money money(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("amount");
    return amount == null
        ? null
        : new Money(amount, Currency.getInstance(row.getString("currency")));
  }

  /** Returns who resolved the row, and why; also for rows of other tables with these columns. */
  static @Nullable OperatorReason resolved(ResultSet row) throws SQLException {
    String by = row.getString("resolved_by");
    return by == null ? null : new OperatorReason(by, row.getString("resolved_reason"));
  }
}
