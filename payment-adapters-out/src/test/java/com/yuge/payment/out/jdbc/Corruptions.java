package com.yuge.payment.out.jdbc;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be wrong with the data of a day, each kind at least once. */
record Corruptions(JdbcClient jdbc, AuditedDay day) {
  /** What is changed, and which rule each subject breaks then. */
  record Planted(String change, List<String> violations) {
    @Override
    public String toString() {
      return change;
    }
  }

  private static Planted planted(String change, String... violations) {
    return new Planted(change, List.of(violations));
  }

  Stream<Planted> all() {
    String paid = day.paid.payNo().value();
    String failed = day.failed.payNo().value();
    String ended = day.ended.payNo().value();
    String mismatched = day.mismatched.payNo().value();
    String refunded = day.refunded.payNo().value();
    return Stream.of(
        planted(
            "DELETE FROM t_pay_trade WHERE trade_no = 'PAID'", "PAID_WITHOUT_ITS_TRADE " + paid),
        planted(
            "DELETE FROM t_outbox_event WHERE event_id = '" + paid + "-1'",
            "PAID_WITHOUT_ONE_EVENT " + paid),
        planted(
            """
            INSERT INTO t_outbox_event (event_id, partition_no, aggregate_key, tag, payload,
              headers, created_at)
            SELECT CONCAT(aggregate_key, '-0'), partition_no, aggregate_key, tag, payload,
              headers, created_at FROM t_outbox_event WHERE event_id = '%s-1'
            """
                .formatted(paid),
            "PAID_WITHOUT_ONE_EVENT " + paid),
        planted(
            "UPDATE t_pay_order SET channel_trade_no = 'OTHER' WHERE pay_no = '" + paid + "'",
            "PAID_WITHOUT_ITS_TRADE " + paid,
            "TRADE_WITHOUT_ITS_ORDER MOCK PAID"),
        planted(
            "UPDATE t_pay_trade SET state = NULL WHERE trade_no = 'LATE'",
            "UNAPPLIED_MONEY_NOT_LISTED MOCK LATE"),
        planted(
            "DELETE FROM t_pay_trade WHERE trade_no = 'MISMATCH'",
            "UNAPPLIED_MONEY_NOT_LISTED " + mismatched + "-1"),
        planted(
            "DELETE FROM t_pay_trade_claim WHERE trade_no = 'PAID'",
            "UNAPPLIED_MONEY_NOT_LISTED " + mismatched + "-2"),
        planted(
            "UPDATE t_pay_trade SET refund_held = refund_held + 1 WHERE trade_no = 'REFUNDED'",
            "REFUND_SUMS_DIFFER MOCK REFUNDED"),
        planted(
            "UPDATE t_pay_trade SET refunded = 0 WHERE trade_no = 'REFUNDED'",
            "REFUND_SUMS_DIFFER MOCK REFUNDED"),
        planted(
            """
            UPDATE t_pay_trade t JOIN t_pay_refund r ON r.trade_no = t.trade_no
            SET t.refund_held = 1000, t.refunded = 1000, r.amount = 1000
            WHERE t.trade_no = 'REFUNDED'
            """,
            "REFUNDS_EXCEED_TRADE MOCK REFUNDED"),
        planted(
            "UPDATE t_pay_refund SET trade_no = 'OTHER' WHERE trade_no = 'REFUNDED'",
            "REFUND_SUMS_DIFFER MOCK REFUNDED",
            "REFUND_WITHOUT_ITS_TRADE " + refund()),
        planted(
            """
            UPDATE t_pay_order SET status = 'PAYING', ended_at = NULL WHERE pay_no = '%s'
            """
                .formatted(failed),
            "EVENT_WITHOUT_ITS_CHANGE " + failed + "-1",
            "CALLBACK_OF_AN_OPEN_ORDER callback " + callback(failed)),
        planted(
            "UPDATE t_pay_order SET version = 0 WHERE pay_no = '" + failed + "'",
            "EVENT_WITHOUT_ITS_CHANGE " + failed + "-1"),
        planted(
            """
            UPDATE t_pay_refund SET status = 'REFUNDING', refunded_at = NULL
            WHERE trade_no = 'REFUNDED'
            """,
            "REFUND_SUMS_DIFFER MOCK REFUNDED",
            "EVENT_WITHOUT_ITS_CHANGE " + event(refunded, "REFUND_SUCCEEDED")),
        planted(
            "DELETE FROM t_pay_order WHERE pay_no = '" + ended + "'",
            "TRADE_WITHOUT_ITS_ORDER MOCK LATE",
            "EVENT_WITHOUT_ITS_CHANGE " + ended + "-2",
            "CALLBACK_OF_AN_OPEN_ORDER callback " + callback(ended),
            "LIMIT_USE_DIFFERS MERCHANT m-1",
            "LIMIT_USE_DIFFERS USER u-1"),
        planted(
            "UPDATE t_limit_use SET used = used + 0.01 WHERE scope = 'USER' AND used > 100",
            "LIMIT_USE_DIFFERS USER u-1"),
        planted(
            "DELETE FROM t_limit_use WHERE scope = 'MERCHANT'", "LIMIT_USE_DIFFERS MERCHANT m-1"),
        planted(
            """
            INSERT INTO t_limit_use (scope, subject, day, shard, day_limit, cap, used)
            VALUES ('USER', 'nobody', '2026-03-01', 0, 1, 1, 1)
            """,
            "LIMIT_USE_DIFFERS USER nobody"),
        planted(
            "UPDATE t_pay_order SET limit_day = '2026-02-28' WHERE pay_no = '" + paid + "'",
            "LIMIT_USE_DIFFERS MERCHANT m-1",
            "LIMIT_USE_DIFFERS USER u-1"),
        planted(
            """
            INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
            SELECT partition_no, id, aggregate_key FROM t_outbox_event WHERE event_id = '%s-1'
            """
                .formatted(paid),
            "EVENT_PENDING_TOO_LONG " + paid + "-1"));
  }

  private String refund() {
    return jdbc.sql("SELECT refund_no FROM t_pay_refund WHERE trade_no = 'REFUNDED'")
        .query(String.class)
        .single();
  }

  private String event(String payNo, String tag) {
    return jdbc.sql("SELECT event_id FROM t_outbox_event WHERE aggregate_key = ? AND tag = ?")
        .params(payNo, tag)
        .query(String.class)
        .single();
  }

  private long callback(String payNo) {
    return jdbc.sql("SELECT id FROM t_pay_callback_log WHERE pay_no = ?")
        .param(payNo)
        .query(Long.class)
        .single();
  }
}
