package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pay orders as the database has them; their times are moved here, so that nobody has to wait. */
final class StoredOrders {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final JdbcClient jdbc;

  StoredOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The order is checked in the next scan. */
  void makeDue(String payNo) {
    move("next_check_at = UTC_TIMESTAMP(6)", payNo);
  }

  /** Its payer's time is up, which is a reason to check it. */
  void expire(String payNo) {
    move("expire_at = created_at, next_check_at = UTC_TIMESTAMP(6)", payNo);
  }

  private void move(String times, String payNo) {
    assertThat(
            jdbc.sql("UPDATE t_pay_order SET %s WHERE pay_no = ?".formatted(times))
                .param(payNo)
                .update())
        .isOne();
  }

  /** One check of an open order; returns when it is on record. */
  void check(String payNo) {
    int before = audit(payNo).size();
    makeDue(payNo);
    await().atMost(SOON).until(() -> audit(payNo).size() > before);
  }

  String status(String payNo) {
    return jdbc.sql("SELECT status FROM t_pay_order WHERE pay_no = ?")
        .param(payNo)
        .query(String.class)
        .single();
  }

  void awaitStatus(String payNo, String status) {
    await().atMost(SOON).untilAsserted(() -> assertThat(status(payNo)).isEqualTo(status));
  }

  /** Whether somebody has taken it for a check and it is nobody else's for now. */
  boolean isHeld(String payNo) {
    return jdbc.sql("SELECT next_check_at > UTC_TIMESTAMP(6) FROM t_pay_order WHERE pay_no = ?")
        .param(payNo)
        .query(Boolean.class)
        .single();
  }

  /** Empty when its channel is to be asked no more. */
  Optional<Long> secondsToNextCheck(String payNo) {
    return jdbc.sql(
            """
            SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), next_check_at) FROM t_pay_order
            WHERE pay_no = ? AND next_check_at IS NOT NULL
            """)
        .param(payNo)
        .query(Long.class)
        .optional();
  }

  /** The tags of its events, oldest first. */
  List<String> events(String payNo) {
    return jdbc.sql("SELECT tag FROM t_outbox_event WHERE aggregate_key = ? ORDER BY id")
        .param(payNo)
        .query(String.class)
        .list();
  }

  /** What was done and what came of it, oldest first. */
  List<String> audit(String payNo) {
    return jdbc.sql(
            """
            SELECT CONCAT(action, ' ', query_result) FROM t_pay_reconcile_audit
            WHERE pay_no = ? ORDER BY id
            """)
        .param(payNo)
        .query(String.class)
        .list();
  }
}
