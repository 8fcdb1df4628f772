package com.yuge.payment.app.hostile;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of callbacks. */
record LoggedCallbacks(JdbcClient jdbc) {
  /**
   * A line of it.
   *
   * @param occupiesId whether no other callback with its id counts any more
   */
  record Line(
      String channel, String rawPayload, String processResult, String reason, boolean occupiesId) {}

  long lastId() {
    return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM t_pay_callback_log")
        .query(Long.class)
        .single();
  }

  /** The lines that came after this one. */
  List<Line> after(long id) {
    return jdbc.sql(
            """
            SELECT channel, raw_payload, process_result, reason,
              callback_id IS NOT NULL AS occupies_id
            FROM t_pay_callback_log WHERE id > ? ORDER BY id
            """)
        .param(id)
        .query(Line.class)
        .list();
  }
}
