package com.yuge.payment.app.torture;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service's tables say at the end. */
record Rows(List<Order> orders, List<Trade> trades, List<Refund> refunds, List<Event> events) {
  /** A pay order. */
  record Order(String payNo, String orderNo, String status) {}

  /** A payment that the channel took. */
  record Trade(
      String payNo,
      String tradeNo,
      String kind,
      @Nullable BigDecimal amount,
      BigDecimal refundHeld,
      BigDecimal refunded) {}

  /** A refund. */
  record Refund(
      String payNo,
      String refundNo,
      @Nullable String refundOrderNo,
      String tradeNo,
      BigDecimal amount,
      String status,
      boolean done) {}

  /** An event of the log, in the order of its rows. */
  record Event(String eventId, String aggregateKey, String tag) {}

  static Rows of(JdbcClient jdbc) {
    return new Rows(
        jdbc.sql("SELECT pay_no, order_no, status FROM t_pay_order").query(Order.class).list(),
        jdbc.sql(
                """
                SELECT pay_no, trade_no, kind, amount, refund_held, refunded FROM t_pay_trade
                """)
            .query(Trade.class)
            .list(),
        jdbc.sql(
                """
                SELECT pay_no, refund_no, refund_order_no, trade_no, amount, status,
                  refunded_at IS NOT NULL AS done
                FROM t_pay_refund ORDER BY id
                """)
            .query(Refund.class)
            .list(),
        jdbc.sql("SELECT event_id, aggregate_key, tag FROM t_outbox_event ORDER BY id")
            .query(Event.class)
            .list());
  }

  List<Trade> tradesOf(String payNo) {
    return trades.stream().filter(trade -> trade.payNo().equals(payNo)).toList();
  }

  List<Refund> refundsOf(String payNo) {
    return refunds.stream().filter(refund -> refund.payNo().equals(payNo)).toList();
  }

  List<String> tagsOf(String payNo) {
    return events.stream()
        .filter(event -> event.aggregateKey().equals(payNo))
        .map(Event::tag)
        .toList();
  }
}
