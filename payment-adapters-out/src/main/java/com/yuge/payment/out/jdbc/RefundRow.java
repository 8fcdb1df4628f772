package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of t_pay_refund. */
final class RefundRow {
  /** The columns that {@link #map} reads. */
  static final String SELECT =
      """
      SELECT id, refund_no, refund_order_no, pay_no, channel, channel_account, product, trade_no,
             amount, base_amount, currency, reason, origin, requested_by, status, asks, asked_at,
             accepted_at, refused_at, channel_refund_no, fail_code, last_error, refunded_at, late_at,
             version, created_at, updated_at
      FROM t_pay_refund
      """;

  private RefundRow() {}

  static Refund map(ResultSet row, int rowNumber) throws SQLException {
    return new Refund(
        row.getLong("id"),
        new RefundNo(row.getString("refund_no")),
        terms(row),
        RefundStatus.valueOf(row.getString("status")),
        progress(row),
        row.getInt("version"),
        Utc.instant(row, "created_at"),
        Utc.instant(row, "updated_at"));
  }

  private static RefundTerms terms(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new RefundTerms(
        new PayNo(row.getString("pay_no")),
        orNull(row.getString("refund_order_no"), RefundOrderNo::new),
        new PayChannel(row.getString("channel")),
        new TradeNo(row.getString("trade_no")),
        new Money(row.getBigDecimal("amount"), currency),
        new Money(row.getBigDecimal("base_amount"), currency),
        new RefundReason(row.getString("reason")),
        Origin.valueOf(row.getString("origin")),
        row.getString("requested_by"),
        account(row));
  }

  private static @Nullable ChannelAccount account(ResultSet row) throws SQLException {
    String id = row.getString("channel_account");
    return id == null ? null : new ChannelAccount(id, row.getString("product"));
  }

  private static RefundProgress progress(ResultSet row) throws SQLException {
    return new RefundProgress(
        row.getInt("asks"),
        Utc.instantOrNull(row, "asked_at"),
        Utc.instantOrNull(row, "accepted_at"),
        Utc.instantOrNull(row, "refused_at"),
        orNull(row.getString("channel_refund_no"), ChannelRefundNo::new),
        orNull(row.getString("fail_code"), FailCode::new),
        row.getString("last_error"),
        Utc.instantOrNull(row, "refunded_at"),
        Utc.instantOrNull(row, "late_at"));
  }

  private static <T> @Nullable T orNull(@Nullable String text, Function<String, T> parse) {
    return text == null ? null : parse.apply(text);
  }
}
