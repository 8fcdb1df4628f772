package com.yuge.payment.out.jdbc;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.Reservation;
import com.yuge.payment.domain.order.DuplicateOrderNo;
import com.yuge.payment.domain.order.OpenTerms;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.StalePayOrder;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** {@link PayOrders} in t_pay_order. */
final class JdbcPayOrders implements PayOrders {
  private final JdbcClient jdbc;
  private final PreviousVersionTrades earlierTrades;

  JdbcPayOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.earlierTrades = new PreviousVersionTrades(jdbc);
  }

  @Override
  public PayOrder add(PayOrder order) {
    KeyHolder key = new GeneratedKeyHolder();
    try {
      RowCounts.one(insert(order).update(key, "id"));
    } catch (DuplicateKeyException e) {
      throw duplicate(order, e);
    }
    return order.stored(requireNonNull(key.getKey()).longValue());
  }

  // An open order is checked when it expires, unless something asks for an earlier check.
  private JdbcClient.StatementSpec insert(PayOrder order) {
    return jdbc.sql(
            """
            INSERT INTO t_pay_order (pay_no, order_no, amount, currency, channel, subject,
              merchant_no, user_no, status, version, expire_at, next_check_at, created_at,
              updated_at)
            VALUES (:payNo, :orderNo, :amount, :currency, :channel, :subject, :merchantNo, :userNo,
              :status, :version, :expireAt, :expireAt, :createdAt, :updatedAt)
            """)
        .param("payNo", order.payNo().value())
        .param("orderNo", order.orderNo().value())
        .param("amount", order.amount().amount())
        .param("currency", order.amount().currency().getCurrencyCode())
        .param("channel", order.channel().name())
        .param("subject", text(order.request().subject()))
        .param("merchantNo", orUnsaid(order.request().parties().merchantNo()))
        .param("userNo", orUnsaid(order.request().parties().userNo()))
        .param("status", order.status().name())
        .param("version", order.version())
        .param("expireAt", Utc.column(order.expireAt()))
        .param("createdAt", Utc.column(order.createdAt()))
        .param("updatedAt", Utc.column(order.updatedAt()));
  }

  // Two unique keys can fail: a taken order number is a normal result, a taken pay number is a bug.
  private RuntimeException duplicate(PayOrder order, DuplicateKeyException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("uk_pay_order_order_no") ? new DuplicateOrderNo(order.orderNo(), e) : e;
  }

  @Override
  public Optional<PayOrder> find(PayNo payNo) {
    return StoreErrors.ask(() -> one(PayOrderRow.SELECT + "WHERE pay_no = :no", payNo.value()));
  }

  @Override
  public Optional<PayOrder> find(OrderNo orderNo) {
    return StoreErrors.ask(() -> one(PayOrderRow.SELECT + "WHERE order_no = :no", orderNo.value()));
  }

  @Override
  public Optional<PayOrder> lock(PayNo payNo) {
    JdbcTransactions.require("locking a pay order");
    Optional<Locked> locked =
        jdbc.sql(PayOrderRow.SELECT_TO_LOCK + "WHERE pay_no = :no FOR UPDATE")
            .param("no", payNo.value())
            .query(
                (row, n) ->
                    new Locked(PayOrderRow.map(row, n), row.getBoolean("has_earlier_trades")))
            .optional();
    locked.filter(Locked::hasEarlierTrades).ifPresent(row -> earlierTrades.adopt(row.order()));
    return locked.map(Locked::order);
  }

  private record Locked(PayOrder order, boolean hasEarlierTrades) {}

  private Optional<PayOrder> one(String sql, String no) {
    return jdbc.sql(sql).param("no", no).query(PayOrderRow::map).optional();
  }

  @Override
  public void advance(PayOrder next) {
    advance(next, (Long) null);
  }

  @Override
  public void advance(PayOrder next, Duration checkIn) {
    advance(next, NumberedRows.micros(checkIn));
  }

  // Adding NULL gives NULL: no new check is planned.
  private void advance(PayOrder next, @Nullable Long checkIn) {
    OpenTerms terms = next.terms();
    int rows =
        reserved(
                """
                UPDATE t_pay_order
                SET status = :status, version = :version, pay_url = :payUrl,
                    channel_trade_no = :tradeNo, paid_at = :paidAt, ended_at = :endedAt,
                    next_check_at = COALESCE(
                      UTC_TIMESTAMP(6) + INTERVAL :checkIn MICROSECOND,
                      IF(:endedAt IS NULL, next_check_at, NULL)),
                    opened_at = :openedAt, open_subject = :subject, open_expire_at = :openExpireAt,
                    product = :product, channel_account = :account, payer_id = :payerId,
                    client_ip = :clientIp, limit_day = :limitDay,
                    user_limit_shard = :userShard, merchant_limit_shard = :merchantShard,
                    updated_at = :updatedAt
                WHERE pay_no = :payNo AND version = :version - 1
                  AND status IN ('INIT', 'PAYING')
                """,
                next.reservation())
            .param("status", next.status().name())
            .param("version", next.version())
            .param("payUrl", text(next.payUrl()))
            .param("tradeNo", text(next.channelTradeNo()))
            .param("paidAt", Utc.column(next.paidAt()))
            .param("endedAt", Utc.column(next.endedAt()))
            .param("checkIn", checkIn)
            .param("openedAt", terms == null ? null : Utc.column(terms.openedAt()))
            .param("subject", terms == null ? null : terms.subject().value())
            .param("openExpireAt", terms == null ? null : Utc.column(terms.expireAt()))
            .param("product", terms == null ? null : terms.account().product())
            .param("account", terms == null ? null : terms.account().id())
            .param("payerId", terms == null ? null : terms.payer().id())
            .param("clientIp", terms == null ? null : terms.payer().clientIp())
            .param("updatedAt", Utc.column(next.updatedAt()))
            .param("payNo", next.payNo().value())
            .update();
    requireWon(rows, next);
  }

  @Override
  public void raiseVersion(PayOrder next) {
    int rows =
        reserved(
                """
                UPDATE t_pay_order
                SET version = :version, limit_day = :limitDay, user_limit_shard = :userShard,
                    merchant_limit_shard = :merchantShard, updated_at = :updatedAt
                WHERE pay_no = :payNo AND version = :version - 1 AND status = :status
                """,
                next.reservation())
            .param("version", next.version())
            .param("updatedAt", Utc.column(next.updatedAt()))
            .param("payNo", next.payNo().value())
            .param("status", next.status().name())
            .update();
    requireWon(rows, next);
  }

  private static void requireWon(int rows, PayOrder next) {
    if (!RowCounts.won(rows)) {
      throw new StalePayOrder(next);
    }
  }

  private JdbcClient.StatementSpec reserved(String sql, @Nullable Reservation reservation) {
    Map<LimitScope, Integer> shards = reservation == null ? Map.of() : reservation.shards();
    return jdbc.sql(sql)
        .param("limitDay", reservation == null ? null : reservation.day())
        .param("userShard", shards.get(LimitScope.USER))
        .param("merchantShard", shards.get(LimitScope.MERCHANT));
  }

  private static String orUnsaid(@Nullable Record value) {
    return value == null ? "" : value.toString();
  }

  private static @Nullable String text(@Nullable Record value) {
    return value == null ? null : value.toString();
  }
}
