package com.yuge.payment.app.torture;

import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits until all is done after the last fault. Times are moved, so that nobody waits for them. */
final class Rest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final List<String> OPEN_AT_CHANNEL = List.of("PROCESSING", "ABNORMAL");

  /** An order that is being checked is left alone for so long. */
  private static final int CHECK_SECONDS = 6;

  private static final int MOST_ATTEMPTS = 20;

  private final JdbcClient payments;
  private final JdbcClient shop;
  private final MockChannelClient channel;
  private final Books books;

  /**
   * @param books of a channel that takes no more payments
   */
  Rest(TortureStack stack, Books books) {
    this.payments = stack.payments();
    this.shop = stack.shop();
    this.channel = stack.servers().channel().client();
    this.books = books;
  }

  /** Returns what is still open when patience has ended; empty when all is at rest. */
  Map<String, Long> await() {
    long start = System.nanoTime();
    for (int round = 0; ; round++) {
      if (round % CHECK_SECONDS == 0) {
        makeDue();
      }
      Map<String, Long> open = open();
      if (open.isEmpty() || System.nanoTime() - start > PATIENCE.toNanos()) {
        return open;
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private void makeDue() {
    update(
        """
        UPDATE t_pay_order SET expire_at = created_at, next_check_at = UTC_TIMESTAMP(6)
        WHERE status IN ('INIT', 'PAYING')
        """);
    update(
        """
        UPDATE t_pay_order o JOIN t_pay_trade t ON t.pay_no = o.pay_no
        SET o.next_check_at = UTC_TIMESTAMP(6)
        WHERE t.amount IS NULL AND o.next_check_at IS NOT NULL
        """);
    missing().forEach(this::makeDue);
    update(
        """
        UPDATE t_pay_refund SET next_check_at = UTC_TIMESTAMP(6)
        WHERE status IN ('REFUNDING', 'ABNORMAL')
        """);
    undecided().forEach(this::decideAtChannel);
  }

  private void makeDue(String payNo) {
    update(
        """
        UPDATE t_pay_order SET next_check_at = UTC_TIMESTAMP(6)
        WHERE pay_no = ? AND next_check_at IS NOT NULL
        """,
        payNo);
  }

  /** The service changes the same rows, and one of two that wait for each other has to give way. */
  private void update(String sql, Object... parameters) {
    for (int attempt = 1; ; attempt++) {
      try {
        int unused = payments.sql(sql).params(parameters).update();
        return;
      } catch (PessimisticLockingFailureException gaveWay) {
        if (attempt == MOST_ATTEMPTS) {
          throw gaveWay;
        }
      }
    }
  }

  /** Orders with a payment that the service has not heard of. */
  private List<String> missing() {
    Set<String> known =
        Set.copyOf(payments.sql("SELECT trade_no FROM t_pay_trade").query(String.class).list());
    return books.payNumbersWithout(known);
  }

  private List<String> undecided() {
    return payments
        .sql("SELECT DISTINCT pay_no FROM t_pay_refund WHERE status IN ('REFUNDING', 'ABNORMAL')")
        .query(String.class)
        .list();
  }

  private void decideAtChannel(String payNo) {
    channel
        .seen(payNo)
        .path("refunds")
        .valueStream()
        .filter(refund -> OPEN_AT_CHANNEL.contains(refund.path("status").asString()))
        .forEach(refund -> channel.decideRefund(refund.path("refundNo").asString(), "SUCCESS"));
  }

  private Map<String, Long> open() {
    Map<String, Long> open = new LinkedHashMap<>();
    open.put("orders", count("t_pay_order WHERE status IN ('INIT', 'PAYING')"));
    open.put("refunds", count("t_pay_refund WHERE status IN ('REFUNDING', 'ABNORMAL')"));
    open.put("amounts", count("t_pay_trade WHERE amount IS NULL"));
    open.put("events", count("t_outbox_pending WHERE aggregate_key <> ''"));
    open.put("blocked orders", count("t_outbox_blocked"));
    open.put("payments", (long) missing().size());
    open.put("events at the shop", count("t_outbox_event") - handled());
    open.values().removeIf(count -> count == 0);
    return open;
  }

  private long count(String rows) {
    return payments.sql("SELECT COUNT(*) FROM " + rows).query(Long.class).single();
  }

  private long handled() {
    return shop.sql("SELECT COUNT(DISTINCT event_id) FROM t_handled").query(Long.class).single();
  }
}
