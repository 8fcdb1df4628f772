package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of the version before t_pay_trade, copied from 79cc213. */
final class PreviousTables {
  private final JdbcClient jdbc;
  private final Partitions partitions;

  PreviousTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.partitions = new Partitions(jdbc);
  }

  void insert(PayNo payNo, OrderNo orderNo, Money amount, Instant now, Instant expireAt) {
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_pay_order (pay_no, order_no, amount, currency, channel, status, version,
                  expire_at, next_check_at, created_at, updated_at)
                VALUES (:payNo, :orderNo, :amount, :currency, :channel, :status, :version,
                  :expireAt, :expireAt, :createdAt, :updatedAt)
                """)
            .param("payNo", payNo.value())
            .param("orderNo", orderNo.value())
            .param("amount", amount.amount())
            .param("currency", amount.currency().getCurrencyCode())
            .param("channel", "MOCK")
            .param("status", "INIT")
            .param("version", 0)
            .param("expireAt", Utc.column(expireAt))
            .param("createdAt", Utc.column(now))
            .param("updatedAt", Utc.column(now))
            .update());
  }

  PreviousOrder lock(PayNo payNo) {
    return jdbc.sql(PreviousOrder.SELECT + "WHERE pay_no = :no FOR UPDATE")
        .param("no", payNo.value())
        .query(PreviousOrder::map)
        .single();
  }

  void advance(
      PreviousOrder order,
      PayStatus next,
      @Nullable String tradeNo,
      @Nullable Instant paidAt,
      Instant now) {
    RowCounts.one(
        jdbc.sql(
                """
                UPDATE t_pay_order
                SET status = :status, version = :version, pay_url = :payUrl,
                    channel_trade_no = :tradeNo, paid_at = :paidAt, updated_at = :updatedAt
                WHERE pay_no = :payNo AND version = :version - 1
                  AND status IN ('INIT', 'PAYING')
                """)
            .param("status", next.name())
            .param("version", order.version() + 1)
            .param("payUrl", null)
            .param("tradeNo", tradeNo)
            .param("paidAt", Utc.column(paidAt))
            .param("updatedAt", Utc.column(now))
            .param("payNo", order.payNo().value())
            .update());
  }

  void recordLateSuccess(PreviousOrder order, String tradeNo, Instant now) {
    String sql =
        """
        UPDATE t_pay_order
        SET late_trade_no = :tradeNo, late_amount = :amount, late_currency = :currency,
            late_at = :at, version = :version, updated_at = :at
        WHERE pay_no = :payNo AND version = :version - 1 AND late_trade_no IS NULL
        """;
    writeUnapplied(sql, order, tradeNo, order.amount(), now);
  }

  void recordMismatch(PreviousOrder order, String tradeNo, @Nullable Money said, Instant now) {
    String sql =
        """
        UPDATE t_pay_order
        SET mismatch_trade_no = :tradeNo, mismatch_amount = :amount, mismatch_currency = :currency,
            mismatch_at = :at, version = :version, updated_at = :at
        WHERE pay_no = :payNo AND version = :version - 1 AND mismatch_trade_no IS NULL
        """;
    writeUnapplied(sql, order, tradeNo, said == null ? order.amount() : said, now);
  }

  private void writeUnapplied(
      String sql, PreviousOrder order, String tradeNo, Money amount, Instant now) {
    RowCounts.one(
        jdbc.sql(sql)
            .param("tradeNo", tradeNo)
            .param("amount", amount.amount())
            .param("currency", amount.currency().getCurrencyCode())
            .param("at", Utc.column(now))
            .param("version", order.version() + 1)
            .param("payNo", order.payNo().value())
            .update());
  }

  void append(PreviousOrder order, String tag, Instant now) {
    int partition = partitions.of(order.payNo().value());
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_outbox_event (event_id, partition_no, aggregate_key, tag, payload,
                  headers, created_at)
                VALUES (:eventId, :partition, :key, :tag, :payload, :headers, :at)
                """)
            .param("eventId", order.payNo() + "-" + (order.version() + 1))
            .param("partition", partition)
            .param("key", order.payNo().value())
            .param("tag", tag)
            .param("payload", "{}")
            .param("headers", "{}")
            .param("at", Utc.column(now))
            .update());
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
                VALUES (:partition, LAST_INSERT_ID(), :key)
                """)
            .param("partition", partition)
            .param("key", order.payNo().value())
            .update());
  }

  boolean holdsCallback(String callbackId) {
    return jdbc.sql(
            """
            SELECT id FROM t_pay_callback_log
            WHERE channel = :channel AND callback_id = :callbackId
            """)
        .param("channel", "MOCK")
        .param("callbackId", callbackId)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  void logCallback(PayNo payNo, String callbackId, String payload, String reason, Instant now) {
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_pay_callback_log (channel, pay_no, callback_id, callback_status,
                  raw_payload, signature_valid, process_result, reason, created_at)
                VALUES (:channel, :payNo, :callbackId, :status,
                  :payload, :signatureValid, :result, :reason, :at)
                """)
            .param("channel", "MOCK")
            .param("payNo", payNo.value())
            .param("callbackId", callbackId)
            .param("status", "SUCCESS")
            .param("payload", payload)
            .param("signatureValid", true)
            .param("result", "PROCESSED")
            .param("reason", reason)
            .param("at", Utc.column(now))
            .update());
  }

  void audit(PreviousOrder order, PayStatus after, String action, String detail, Instant now) {
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_pay_reconcile_audit (pay_no, action, before_status, after_status,
                  query_result, detail, created_at)
                VALUES (:payNo, :action, :before, :after, :result, :detail, :at)
                """)
            .param("payNo", order.payNo().value())
            .param("action", action)
            .param("before", order.status().name())
            .param("after", after.name())
            .param("result", "SUCCESS")
            .param("detail", detail)
            .param("at", Utc.column(now))
            .update());
  }

  void scheduleCheck(PayNo payNo, Duration after) {
    int unused =
        jdbc.sql(
                """
                UPDATE t_pay_order
                SET next_check_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE pay_no = :payNo AND status IN ('INIT', 'PAYING')
                """)
            .param("micros", micros(after))
            .param("payNo", payNo.value())
            .update();
  }

  List<Long> lockDue(PayStatus status, int limit) {
    return jdbc.sql(
            """
            SELECT id, pay_no FROM t_pay_order
            WHERE status = :status AND next_check_at <= UTC_TIMESTAMP(6)
            ORDER BY next_check_at LIMIT :limit FOR UPDATE SKIP LOCKED
            """)
        .param("status", status.name())
        .param("limit", limit)
        .query((row, n) -> row.getLong("id"))
        .list();
  }

  void hold(List<Long> due, Duration hold) {
    List<Object> values = new ArrayList<>(due);
    values.add(micros(hold));
    String ids = String.join(" UNION ALL ", Collections.nCopies(due.size(), "SELECT ? AS id"));
    String sql =
        """
        UPDATE (%s) h STRAIGHT_JOIN t_pay_order o ON o.id = h.id
        SET o.next_check_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
        """;
    int unused = jdbc.sql(sql.formatted(ids)).params(values).update();
  }

  private static long micros(Duration duration) {
    return TimeUnit.MICROSECONDS.convert(duration);
  }
}
