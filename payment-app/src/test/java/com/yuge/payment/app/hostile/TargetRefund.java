package com.yuge.payment.app.hostile;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The refund that callbacks are about, as the database has it. */
record TargetRefund(JdbcClient jdbc, String refundNo) {
  /** All but when its channel is called next, which a callback may change. */
  Map<String, Object> row() {
    Map<String, Object> row =
        jdbc.sql("SELECT * FROM t_pay_refund WHERE refund_no = ?")
            .param(refundNo)
            .query()
            .singleRow();
    row.remove("next_check_at");
    row.remove("updated_at");
    row.remove("version");
    return row;
  }

  boolean isDue() {
    return jdbc.sql(
            "SELECT next_check_at <= UTC_TIMESTAMP(6) FROM t_pay_refund WHERE refund_no = ?")
        .param(refundNo)
        .query(Boolean.class)
        .single();
  }
}
