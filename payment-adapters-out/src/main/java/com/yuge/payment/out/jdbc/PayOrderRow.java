package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.StrayPayment;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of t_pay_order. */
final class PayOrderRow {
  /** The columns that {@link #map} reads. */
  static final String SELECT =
      """
      SELECT id, pay_no, order_no, amount, currency, channel, status, version, expire_at,
             created_at, updated_at, pay_url, channel_trade_no, paid_at,
             late_trade_no, late_amount, late_currency, late_at,
             mismatch_trade_no, mismatch_amount, mismatch_currency, mismatch_at
      FROM t_pay_order
      """;

  private PayOrderRow() {}

  static PayOrder map(ResultSet row, int rowNumber) throws SQLException {
    return new PayOrder(
        row.getLong("id"),
        new PayNo(row.getString("pay_no")),
        new OrderNo(row.getString("order_no")),
        money(row, "amount", "currency"),
        PayChannel.valueOf(row.getString("channel")),
        PayStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        Utc.instant(row, "expire_at"),
        Utc.instant(row, "created_at"),
        Utc.instant(row, "updated_at"),
        orNull(row.getString("pay_url"), PayUrl::new),
        orNull(row.getString("channel_trade_no"), TradeNo::new),
        Utc.instantOrNull(row, "paid_at"),
        stray(row, "late"),
        stray(row, "mismatch"));
  }

  private static @Nullable StrayPayment stray(ResultSet row, String kind) throws SQLException {
    TradeNo tradeNo = orNull(row.getString(kind + "_trade_no"), TradeNo::new);
    return tradeNo == null
        ? null
        : new StrayPayment(
            tradeNo,
            money(row, kind + "_amount", kind + "_currency"),
            Utc.instant(row, kind + "_at"));
  }

  private static Money money(ResultSet row, String amount, String currency) throws SQLException {
    return new Money(row.getBigDecimal(amount), Currency.getInstance(row.getString(currency)));
  }

  private static <T> @Nullable T orNull(@Nullable String text, Function<String, T> parse) {
    return text == null ? null : parse.apply(text);
  }
}
