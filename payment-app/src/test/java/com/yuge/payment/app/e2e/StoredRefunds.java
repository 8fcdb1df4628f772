package com.yuge.payment.app.e2e;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refunds as the database has them; their times are moved here, so that nobody has to wait. */
public record StoredRefunds(JdbcClient jdbc) {
  private static final Duration SOON = Duration.ofMinutes(2);

  /** A refund, and who asked for it. */
  public record Stored(
      String refundNo, String tradeNo, BigDecimal amount, String status, String origin) {}

  /** What is held and what is done of a payment, by its own row and by the rows of its refunds. */
  public record Sums(
      BigDecimal held, BigDecimal done, BigDecimal heldByRefunds, BigDecimal doneByRefunds) {}

  public List<Stored> of(String payNo) {
    return jdbc.sql(
            """
            SELECT refund_no, trade_no, amount, status, origin FROM t_pay_refund
            WHERE pay_no = ? ORDER BY id
            """)
        .param(payNo)
        .query(Stored.class)
        .list();
  }

  public Sums sums(String payNo, String tradeNo) {
    return jdbc.sql(
            """
            SELECT t.refund_held AS held, t.refunded AS done,
              (SELECT COALESCE(SUM(r.amount), 0) FROM t_pay_refund r
               WHERE r.pay_no = t.pay_no AND r.trade_no = t.trade_no
               AND (r.status <> 'FAILED' OR r.late_at IS NOT NULL)) AS held_by_refunds,
              (SELECT COALESCE(SUM(r.amount), 0) FROM t_pay_refund r
               WHERE r.pay_no = t.pay_no AND r.trade_no = t.trade_no
               AND r.refunded_at IS NOT NULL) AS done_by_refunds
            FROM t_pay_trade t WHERE t.pay_no = ? AND t.trade_no = ?
            """)
        .params(payNo, tradeNo)
        .query(Sums.class)
        .single();
  }

  /** How many refunds there are in each state. */
  public Map<String, Long> statuses(String payNo) {
    return of(payNo).stream()
        .map(Stored::status)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  public int undecided() {
    return jdbc.sql("SELECT COUNT(*) FROM t_pay_refund WHERE status IN ('REFUNDING', 'ABNORMAL')")
        .query(Integer.class)
        .single();
  }

  /** Their channel is called in the next scan. */
  public int makeUndecidedDue() {
    return jdbc.sql(
            """
            UPDATE t_pay_refund SET next_check_at = UTC_TIMESTAMP(6)
            WHERE status IN ('REFUNDING', 'ABNORMAL')
            """)
        .update();
  }

  /** Lets the job call the channel until it has decided all of them. */
  public void awaitDecided() {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> makeUndecidedDue() == 0 && undecided() == 0);
  }
}
