package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares what is used of limits with the orders that count there, in the database. */
record LimitBooks(JdbcClient jdbc) {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String TO_BE_CLOSED = "status = 'PAYING' AND expire_at = created_at";
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(2);

  /** One day of a user or a merchant. */
  record Day(
      String scope, BigDecimal dayLimit, BigDecimal caps, BigDecimal used, BigDecimal reserved) {}

  void limit(String scope, String perDay, int shards) {
    assertThat(
            jdbc.sql("UPDATE t_limit SET per_day = ?, shards = ? WHERE scope = ? AND subject = '*'")
                .params(perDay, shards, scope)
                .update())
        .isOne();
  }

  /** The payer's time is up, so the next scan asks the channel and closes the order. */
  void expire(String payNo) {
    move("pay_no = '%s'".formatted(payNo));
  }

  /** Leaves no order that was to be closed: what a killed instance had taken is taken again. */
  void awaitClosed() {
    await().pollInterval(BETWEEN_CHECKS).atMost(SOON).until(this::areClosed);
  }

  // After a check without an answer the next one would be half an hour later.
  private boolean areClosed() {
    move(TO_BE_CLOSED);
    return count(TO_BE_CLOSED) == 0;
  }

  private void move(String which) {
    int moved =
        jdbc.sql(
                """
                UPDATE t_pay_order
                SET expire_at = created_at, next_check_at = UTC_TIMESTAMP(6) WHERE %s
                """
                    .formatted(which))
            .update();
    assertThat(moved).isNotNegative();
  }

  int count(String which) {
    return jdbc.sql("SELECT COUNT(*) FROM t_pay_order WHERE " + which)
        .query(Integer.class)
        .single();
  }

  /** What is used is the sum of what orders reserved, within the limit, and cut from it. */
  List<Day> requireEqual() {
    List<Day> days =
        jdbc.sql(
                """
                SELECT u.scope, MAX(u.day_limit) AS day_limit, SUM(u.cap) AS caps,
                  SUM(u.used) AS used,
                  (SELECT COALESCE(SUM(o.amount), 0) FROM t_pay_order o
                   WHERE o.limit_day = u.day
                     AND ((u.scope = 'USER' AND o.user_no = u.subject
                           AND o.user_limit_shard IS NOT NULL)
                       OR (u.scope = 'MERCHANT' AND o.merchant_no = u.subject
                           AND o.merchant_limit_shard IS NOT NULL))) AS reserved
                FROM t_limit_use u GROUP BY u.day, u.scope, u.subject
                """)
            .query(Day.class)
            .list();
    assertThat(days)
        .allSatisfy(
            day -> {
              assertThat(day.used()).as("%s", day).isEqualByComparingTo(day.reserved());
              assertThat(day.used()).as("%s", day).isLessThanOrEqualTo(day.dayLimit());
              assertThat(day.caps()).as("%s", day).isEqualByComparingTo(day.dayLimit());
            });
    assertThat(count("status IN ('FAILED', 'CLOSED') AND limit_day IS NOT NULL")).isZero();
    assertThat(count("status IN ('PAYING', 'SUCCESS') AND limit_day IS NULL")).isZero();
    return days;
  }
}
