package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.DuplicateCallback;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link CallbackLog} in t_pay_callback_log. */
final class JdbcCallbackLog implements CallbackLog {
  private static final int PAYLOAD_BYTES = 16 * 1024;

  private final JdbcClient jdbc;

  JdbcCallbackLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  // Updates by primary key: it then waits for a row that is being removed, and cannot deadlock.
  @Override
  public long countRepeat(PayChannel channel, CallbackId id) {
    return raised(
        jdbc.sql(
                """
                SELECT id FROM t_pay_callback_log
                WHERE channel = :channel AND callback_id = :callbackId
                """)
            .param("channel", channel.name())
            .param("callbackId", id.value())
            .query(Long.class)
            .optional());
  }

  @Override
  public long countUnknown(PayChannel channel, PayNo payNo) {
    return raised(
        jdbc.sql(
                """
                SELECT id FROM t_pay_callback_log
                WHERE pay_no = :payNo AND channel = :channel AND reason = :reason
                ORDER BY id LIMIT 1
                """)
            .param("payNo", payNo.value())
            .param("channel", channel.name())
            .param("reason", CallbackRecord.UNKNOWN_PAY_NO)
            .query(Long.class)
            .optional());
  }

  private long raised(Optional<Long> first) {
    return first.filter(this::raise).map(this::repeats).orElse(0L);
  }

  private boolean raise(long row) {
    return RowCounts.won(
        jdbc.sql("UPDATE t_pay_callback_log SET repeats = repeats + 1 WHERE id = ?")
            .param(row)
            .update());
  }

  private long repeats(long row) {
    return jdbc.sql("SELECT repeats FROM t_pay_callback_log WHERE id = ?")
        .param(row)
        .query(Long.class)
        .single();
  }

  @Override
  public void add(CallbackRecord callback) {
    CallbackId id = callback.id();
    try {
      RowCounts.one(insert(callback).update());
    } catch (DuplicateKeyException e) {
      throw id == null ? e : new DuplicateCallback(id, e);
    }
  }

  private JdbcClient.StatementSpec insert(CallbackRecord callback) {
    return jdbc.sql(
            """
            INSERT INTO t_pay_callback_log (channel, pay_no, callback_id, callback_status,
              raw_payload, signature_valid, process_result, reason, created_at)
            VALUES (:channel, :payNo, :callbackId, :status,
              :payload, :signatureValid, :result, :reason, :at)
            """)
        .param("channel", callback.channel().name())
        .param("payNo", payNo(callback.payNo()))
        .param("callbackId", callbackId(callback.id()))
        .param("status", callback.status())
        .param("payload", Utf8.cut(callback.payload(), PAYLOAD_BYTES))
        .param("signatureValid", callback.signatureValid())
        .param("result", callback.result().name())
        .param("reason", callback.reason())
        .param("at", Utc.column(callback.at()));
  }

  private static @Nullable String payNo(@Nullable PayNo payNo) {
    return payNo == null ? null : payNo.value();
  }

  private static @Nullable String callbackId(@Nullable CallbackId id) {
    return id == null ? null : id.value();
  }
}
