package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link DueOrders} in t_pay_order.next_check_at, timed only by the database's clock. */
final class JdbcDueOrders implements DueOrders {
  // One status at a time, so that the index returns the most overdue orders first without sorting.
  private static final String DUE =
      """
      SELECT id, pay_no FROM t_pay_order FORCE INDEX (idx_pay_order_due)
      WHERE status = :status AND next_check_at <= UTC_TIMESTAMP(6)
      ORDER BY next_check_at LIMIT :limit FOR UPDATE SKIP LOCKED
      """;

  // Not "id IN (...)": the optimizer may turn it into a scan, which waits for all other writers.
  private static final String HOLD =
      """
      UPDATE (%s) h STRAIGHT_JOIN t_pay_order o ON o.id = h.id
      SET o.next_check_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
      """;

  private final JdbcClient jdbc;
  private final Transactions transactions;

  JdbcDueOrders(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  private record DueOrder(long id, PayNo payNo) {}

  @Override
  public List<PayNo> claim(List<PayStatus> places, Duration hold) {
    return transactions.call(
        () -> {
          List<PayNo> taken = new ArrayList<>();
          List<PayStatus> mayHaveMore = new ArrayList<>();
          for (PayStatus status : FIRST_TO_LAST) {
            int sure = Collections.frequency(places, status);
            List<PayNo> own = take(status, sure, hold);
            taken.addAll(own);
            if (own.size() == sure) {
              mayHaveMore.add(status);
            }
          }
          for (PayStatus status : mayHaveMore) {
            taken.addAll(take(status, places.size() - taken.size(), hold));
          }
          return taken;
        });
  }

  // A held order is no longer due, so a second search for the same status finds the next ones.
  private List<PayNo> take(PayStatus status, int limit, Duration hold) {
    List<DueOrder> due = due(status, limit);
    hold(due, hold);
    return due.stream().map(DueOrder::payNo).toList();
  }

  private List<DueOrder> due(PayStatus status, int limit) {
    if (limit == 0) {
      return List.of();
    }
    return jdbc.sql(DUE)
        .param("status", status.name())
        .param("limit", limit)
        .query((row, n) -> new DueOrder(row.getLong("id"), new PayNo(row.getString("pay_no"))))
        .list();
  }

  private void hold(List<DueOrder> due, Duration hold) {
    if (due.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>();
    due.forEach(order -> values.add(order.id()));
    values.add(micros(hold));
    String ids = String.join(" UNION ALL ", Collections.nCopies(due.size(), "SELECT ? AS id"));
    int rows = jdbc.sql(HOLD.formatted(ids)).params(values).update();
    if (rows != due.size()) {
      throw new IllegalStateException("held " + rows + " of " + due.size() + " locked rows");
    }
  }

  @Override
  public void scheduleCheck(PayOrder seen, Duration after) {
    plan(seen, micros(after));
  }

  @Override
  public void rest(PayOrder seen) {
    plan(seen, null);
  }

  // Adding NULL gives NULL: the order then has no next check.
  private void plan(PayOrder seen, @Nullable Long micros) {
    int rows =
        StoreErrors.ask(
            () ->
                jdbc.sql(
                        """
                        UPDATE t_pay_order
                        SET next_check_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                        WHERE pay_no = :payNo AND status = :status
                        """)
                    .param("micros", micros)
                    .param("payNo", seen.payNo().value())
                    .param("status", seen.status().name())
                    .update());
    if (rows > 1) {
      throw new IllegalStateException(rows + " orders have the pay number " + seen.payNo());
    }
  }

  static long micros(Duration duration) {
    return TimeUnit.MICROSECONDS.convert(duration);
  }
}
