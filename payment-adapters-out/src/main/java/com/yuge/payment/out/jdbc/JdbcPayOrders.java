package com.yuge.payment.out.jdbc;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.domain.order.DuplicateOrderNo;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.StalePayOrder;
import com.yuge.payment.domain.order.StrayPayment;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** {@link PayOrders} in t_pay_order. */
final class JdbcPayOrders implements PayOrders {
  private final JdbcClient jdbc;

  JdbcPayOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  // An open order is looked at when it expires, unless something asks for an earlier look.
  private JdbcClient.StatementSpec insert(PayOrder order) {
    return jdbc.sql(
            """
            INSERT INTO t_pay_order (pay_no, order_no, amount, currency, channel, status, version,
              expire_at, next_check_at, created_at, updated_at)
            VALUES (:payNo, :orderNo, :amount, :currency, :channel, :status, :version,
              :expireAt, :expireAt, :createdAt, :updatedAt)
            """)
        .param("payNo", order.payNo().value())
        .param("orderNo", order.orderNo().value())
        .param("amount", order.amount().amount())
        .param("currency", order.amount().currency().getCurrencyCode())
        .param("channel", order.channel().name())
        .param("status", order.status().name())
        .param("version", order.version())
        .param("expireAt", Utc.column(order.expireAt()))
        .param("createdAt", Utc.column(order.createdAt()))
        .param("updatedAt", Utc.column(order.updatedAt()));
  }

  // Two keys can clash: a taken order number is an answer, a taken pay number would be a bug.
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
    return one(PayOrderRow.SELECT + "WHERE pay_no = :no FOR UPDATE", payNo.value());
  }

  private Optional<PayOrder> one(String sql, String no) {
    return jdbc.sql(sql).param("no", no).query(PayOrderRow::map).optional();
  }

  @Override
  public void advance(PayOrder next) {
    int rows =
        jdbc.sql(
                """
                UPDATE t_pay_order
                SET status = :status, version = :version, pay_url = :payUrl,
                    channel_trade_no = :tradeNo, paid_at = :paidAt, updated_at = :updatedAt
                WHERE pay_no = :payNo AND version = :version - 1
                  AND status IN ('INIT', 'PAYING')
                """)
            .param("status", next.status().name())
            .param("version", next.version())
            .param("payUrl", text(next.payUrl()))
            .param("tradeNo", text(next.channelTradeNo()))
            .param("paidAt", Utc.column(next.paidAt()))
            .param("updatedAt", Utc.column(next.updatedAt()))
            .param("payNo", next.payNo().value())
            .update();
    requireWon(rows, next);
  }

  @Override
  public void recordLateSuccess(PayOrder next) {
    String sql =
        """
        UPDATE t_pay_order
        SET late_trade_no = :tradeNo, late_amount = :amount, late_currency = :currency,
            late_at = :at, version = :version, updated_at = :at
        WHERE pay_no = :payNo AND version = :version - 1 AND late_trade_no IS NULL
        """;
    requireWon(writeStray(sql, next, next.lateSuccess()), next);
  }

  @Override
  public void recordMismatch(PayOrder next) {
    String sql =
        """
        UPDATE t_pay_order
        SET mismatch_trade_no = :tradeNo, mismatch_amount = :amount, mismatch_currency = :currency,
            mismatch_at = :at, version = :version, updated_at = :at
        WHERE pay_no = :payNo AND version = :version - 1 AND mismatch_trade_no IS NULL
        """;
    requireWon(writeStray(sql, next, next.mismatch()), next);
  }

  private int writeStray(String sql, PayOrder next, @Nullable StrayPayment stray) {
    if (stray == null) {
      throw new IllegalArgumentException("nothing to record on " + next.payNo());
    }
    return jdbc.sql(sql)
        .param("tradeNo", stray.tradeNo().value())
        .param("amount", stray.amount().amount())
        .param("currency", stray.amount().currency().getCurrencyCode())
        .param("at", Utc.column(stray.at()))
        .param("version", next.version())
        .param("payNo", next.payNo().value())
        .update();
  }

  private static void requireWon(int rows, PayOrder next) {
    if (!RowCounts.won(rows)) {
      throw new StalePayOrder(next);
    }
  }

  private static @Nullable String text(@Nullable Record value) {
    return value == null ? null : value.toString();
  }
}
