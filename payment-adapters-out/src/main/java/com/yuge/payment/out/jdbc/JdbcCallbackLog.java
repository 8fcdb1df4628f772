package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link CallbackLog} in t_pay_callback_log. */
final class JdbcCallbackLog implements CallbackLog {
  private static final int PAYLOAD_BYTES = 16 * 1024;

  private final JdbcClient jdbc;

  JdbcCallbackLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean holds(PayChannel channel, CallbackId id) {
    return jdbc.sql(
            """
            SELECT id FROM t_pay_callback_log
            WHERE channel = :channel AND callback_id = :callbackId
            """)
        .param("channel", channel.name())
        .param("callbackId", id.value())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  @Override
  public void add(CallbackRecord callback) {
    RowCounts.one(
        jdbc.sql(
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
            .param("at", Utc.column(callback.at()))
            .update());
  }

  private static @Nullable String payNo(@Nullable PayNo payNo) {
    return payNo == null ? null : payNo.value();
  }

  private static @Nullable String callbackId(@Nullable CallbackId id) {
    return id == null ? null : id.value();
  }
}
