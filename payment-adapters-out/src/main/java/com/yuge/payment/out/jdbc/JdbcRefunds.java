package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** {@link Refunds} in t_pay_refund. */
final class JdbcRefunds implements Refunds {
  private final JdbcClient jdbc;

  JdbcRefunds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Refund add(Refund refund, Duration checkIn) {
    JdbcTransactions.require("adding a refund");
    KeyHolder key = new GeneratedKeyHolder();
    RowCounts.one(insert(refund, checkIn).update(key, "id"));
    Number id = key.getKey();
    if (id == null) {
      throw new IllegalStateException("a new row has an id: " + refund);
    }
    return refund.stored(id.longValue());
  }

  private JdbcClient.StatementSpec insert(Refund refund, Duration checkIn) {
    RefundTerms terms = refund.terms();
    ChannelAccount account = terms.account();
    return jdbc.sql(
            """
            INSERT INTO t_pay_refund (refund_no, refund_order_no, auto_trade_no, pay_no, channel,
              channel_account, product, trade_no, amount, base_amount, currency, reason, origin,
              requested_by, status, version, next_check_at, created_at, updated_at)
            VALUES (:refundNo, :refundOrderNo, :autoTradeNo, :payNo, :channel, :account, :product,
              :tradeNo, :amount, :baseAmount, :currency, :reason, :origin, :requestedBy, :status,
              :version, UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND, :createdAt, :updatedAt)
            """)
        .param("refundNo", refund.refundNo().value())
        .param("refundOrderNo", text(terms.refundOrderNo()))
        .param("autoTradeNo", terms.origin() == Origin.AUTO ? terms.tradeNo().value() : null)
        .param("payNo", terms.payNo().value())
        .param("channel", terms.channel().name())
        .param("account", account == null ? null : account.id())
        .param("product", account == null ? null : account.product())
        .param("tradeNo", terms.tradeNo().value())
        .param("amount", terms.amount().amount())
        .param("baseAmount", terms.baseAmount().amount())
        .param("currency", terms.amount().currency().getCurrencyCode())
        .param("reason", terms.reason().value())
        .param("origin", terms.origin().name())
        .param("requestedBy", terms.requestedBy())
        .param("status", refund.status().name())
        .param("version", refund.version())
        .param("micros", NumberedRows.micros(checkIn))
        .param("createdAt", Utc.column(refund.createdAt()))
        .param("updatedAt", Utc.column(refund.updatedAt()));
  }

  @Override
  public Optional<Refund> find(RefundNo refundNo) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(RefundRow.SELECT + "WHERE refund_no = ?")
                .param(refundNo.value())
                .query(RefundRow::map)
                .optional());
  }

  @Override
  public Optional<Refund> find(PayNo payNo, RefundOrderNo refundOrderNo) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(RefundRow.SELECT + "WHERE pay_no = ? AND refund_order_no = ?")
                .params(payNo.value(), refundOrderNo.value())
                .query(RefundRow::map)
                .optional());
  }

  @Override
  public List<Refund> of(PayNo payNo) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(RefundRow.SELECT + "WHERE pay_no = ? ORDER BY id")
                .param(payNo.value())
                .query(RefundRow::map)
                .list());
  }

  // Adding NULL gives NULL: the refund then has no next check.
  @Override
  public void advance(Refund next, Optional<Duration> checkIn) {
    JdbcTransactions.require("writing a refund");
    RefundProgress progress = next.progress();
    RowCounts.one(
        jdbc.sql(
                """
                UPDATE t_pay_refund
                SET status = :status, asks = :asks, asked_at = :askedAt, accepted_at = :acceptedAt,
                    refused_at = :refusedAt, channel_refund_no = :channelRefundNo,
                    fail_code = :failCode, last_error = :lastError, refunded_at = :refundedAt,
                    late_at = :lateAt, version = :version, updated_at = :updatedAt,
                    next_check_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE refund_no = :refundNo AND version = :versionBefore
                """)
            .param("status", next.status().name())
            .param("asks", progress.asks())
            .param("askedAt", Utc.column(progress.askedAt()))
            .param("acceptedAt", Utc.column(progress.acceptedAt()))
            .param("refusedAt", Utc.column(progress.refusedAt()))
            .param("channelRefundNo", text(progress.channelRefundNo()))
            .param("failCode", text(progress.failCode()))
            .param("lastError", progress.lastError())
            .param("refundedAt", Utc.column(progress.refundedAt()))
            .param("lateAt", Utc.column(progress.lateAt()))
            .param("version", next.version())
            .param("updatedAt", Utc.column(next.updatedAt()))
            .param("micros", checkIn.map(NumberedRows::micros).orElse(null))
            .param("refundNo", next.refundNo().value())
            .param("versionBefore", next.version() - 1)
            .update());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
