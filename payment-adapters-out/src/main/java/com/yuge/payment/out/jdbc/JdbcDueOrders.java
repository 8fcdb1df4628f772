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
    new NumberedRows("t_pay_order", due.stream().map(DueOrder::id).toList()).hold(jdbc, hold);
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

  @Override
  public void scheduleCheck(PayOrder seen, Duration after) {
    plan(seen, NumberedRows.micros(after));
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
}
