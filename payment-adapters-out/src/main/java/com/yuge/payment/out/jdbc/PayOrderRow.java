package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.Reservation;
import com.yuge.payment.domain.order.Ending;
import com.yuge.payment.domain.order.OpenTerms;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.UserNo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of t_pay_order. */
final class PayOrderRow {
  private static final String COLUMNS =
      """
      SELECT id, pay_no, order_no, amount, currency, channel, subject, status, version, expire_at,
             created_at, updated_at, opened_at, open_subject, open_expire_at, product,
             channel_account, payer_id, client_ip, pay_url, channel_trade_no, paid_at, ended_at,
             merchant_no, user_no, limit_day, user_limit_shard, merchant_limit_shard
      """;

  private static final String TABLE = "FROM t_pay_order o\n";

  /** The columns that {@link #map} reads. */
  static final String SELECT = COLUMNS + TABLE;

  /** Adds has_earlier_trades: whether the previous version wrote payments that have no row yet. */
  static final String SELECT_TO_LOCK =
      COLUMNS
          + """
          , (
            (late_trade_no IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM t_pay_trade t
               WHERE t.channel = o.channel AND t.trade_no = o.late_trade_no
                 AND t.pay_no = o.pay_no))
              OR (mismatch_trade_no IS NOT NULL AND (
               NOT EXISTS (
                 SELECT 1 FROM t_pay_trade t
                 WHERE t.channel = o.channel AND t.trade_no = o.mismatch_trade_no
                   AND t.pay_no = o.pay_no)
               OR EXISTS ( -- Only the audit has the mismatches after the first.
                 SELECT 1 FROM t_pay_reconcile_audit a
                 WHERE a.pay_no = o.pay_no AND a.detail LIKE 'Mismatch tradeNo=%')))
              OR (status = 'SUCCESS' AND NOT EXISTS (
               SELECT 1 FROM t_pay_trade t
               WHERE t.channel = o.channel AND t.trade_no = o.channel_trade_no
                 AND t.pay_no = o.pay_no))
          ) AS has_earlier_trades
          """
          + TABLE;

  private PayOrderRow() {}

  static PayOrder map(ResultSet row, int rowNumber) throws SQLException {
    PayStatus status = PayStatus.valueOf(row.getString("status"));
    return new PayOrder(
        row.getLong("id"),
        new PayNo(row.getString("pay_no")),
        request(row),
        status,
        row.getInt("version"),
        Utc.instant(row, "expire_at"),
        Utc.instant(row, "created_at"),
        Utc.instant(row, "updated_at"),
        terms(row),
        orNull(row.getString("pay_url"), PayUrl::new),
        status.isFinal() ? ending(row) : null,
        reservation(row));
  }

  private static PayRequest request(ResultSet row) throws SQLException {
    return new PayRequest(
        new OrderNo(row.getString("order_no")),
        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
        new PayChannel(row.getString("channel")),
        orNull(row.getString("subject"), Subject::new),
        new Parties(
            orUnsaid(row.getString("merchant_no"), MerchantNo::new),
            orUnsaid(row.getString("user_no"), UserNo::new)));
  }

  private static @Nullable Reservation reservation(ResultSet row) throws SQLException {
    LocalDate day = row.getObject("limit_day", LocalDate.class);
    if (day == null) {
      return null;
    }
    Map<LimitScope, Integer> shards = new EnumMap<>(LimitScope.class);
    for (LimitScope scope : LimitScope.values()) {
      Integer shard = row.getObject(shardColumn(scope), Integer.class);
      if (shard != null) {
        shards.put(scope, shard);
      }
    }
    return new Reservation(day, shards);
  }

  private static String shardColumn(LimitScope scope) {
    return switch (scope) {
      case USER -> "user_limit_shard";
      case MERCHANT -> "merchant_limit_shard";
    };
  }

  private static @Nullable OpenTerms terms(ResultSet row) throws SQLException {
    Instant openedAt = Utc.instantOrNull(row, "opened_at");
    return openedAt == null
        ? null
        : new OpenTerms(
            new ChannelAccount(row.getString("channel_account"), row.getString("product")),
            new Payer(row.getString("payer_id"), row.getString("client_ip")),
            new Subject(row.getString("open_subject")),
            openedAt,
            Utc.instant(row, "open_expire_at"));
  }

  private static Ending ending(ResultSet row) throws SQLException {
    return new Ending(
        endedAt(row),
        orNull(row.getString("channel_trade_no"), TradeNo::new),
        Utc.instantOrNull(row, "paid_at"));
  }

  // The previous version does not record when an order ends.
  private static Instant endedAt(ResultSet row) throws SQLException {
    Instant endedAt = Utc.instantOrNull(row, "ended_at");
    return endedAt == null ? Utc.instant(row, "updated_at") : endedAt;
  }

  private static <T> @Nullable T orUnsaid(String text, Function<String, T> parse) {
    return text.isEmpty() ? null : parse.apply(text);
  }

  private static <T> @Nullable T orNull(@Nullable String text, Function<String, T> parse) {
    return text == null ? null : parse.apply(text);
  }
}
