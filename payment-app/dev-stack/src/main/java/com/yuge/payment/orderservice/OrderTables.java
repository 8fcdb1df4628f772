package com.yuge.payment.orderservice;

import com.yuge.payment.consumer.PaymentEvent;
import com.yuge.payment.orderservice.Decision.Order;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The statements on the order-service's own tables. */
final class OrderTables {
  private final JdbcClient jdbc;

  /** Creates the tables if they are missing. */
  OrderTables(DataSource database) {
    new ResourceDatabasePopulator(
            new ClassPathResource("order-service/schema.sql"),
            new ClassPathResource("payment-events/R__mq_consume_log.sql"))
        .execute(database);
    this.jdbc = JdbcClient.create(database);
  }

  void add(String orderNo, BigDecimal amount) {
    jdbc.sql("INSERT IGNORE INTO t_order (order_no, amount, status) VALUES (?, ?, ?)")
        .params(orderNo, amount, "STOCK_RESERVED")
        .update();
  }

  /** The order, with the payment of this trade number as far as it is known. */
  Optional<Order> find(String orderNo, @Nullable String tradeNo) {
    return jdbc.sql(
            """
            SELECT o.status, o.amount, p.paid, COALESCE(p.refunded, 0) AS refunded
            FROM t_order o
            LEFT JOIN t_order_payment p ON p.order_no = o.order_no AND p.trade_no = :tradeNo
            WHERE o.order_no = :orderNo
            """)
        .param("tradeNo", tradeNo)
        .param("orderNo", orderNo)
        .query(OrderTables::order)
        .optional();
  }

  private static Order order(ResultSet row, int number) throws SQLException {
    Payment payment = new Payment(row.getBigDecimal("paid"), row.getBigDecimal("refunded"));
    return new Order(row.getString("status"), row.getBigDecimal("amount"), payment);
  }

  /** Returns false if the order has another status by now; nothing is changed then. */
  boolean compareAndSet(String orderNo, String before, String after) {
    return jdbc.sql("UPDATE t_order SET status = ? WHERE order_no = ? AND status = ?")
            .params(after, orderNo, before)
            .update()
        == 1;
  }

  /** Returns false if the payment has other sums by now; nothing is changed then. */
  boolean compareAndSet(PaymentEvent event, Payment before, Payment after) {
    return before.isUnknown() ? insert(event, after) : update(event, before, after);
  }

  private boolean insert(PaymentEvent event, Payment payment) {
    return jdbc.sql(
                """
                INSERT IGNORE INTO t_order_payment (order_no, trade_no, paid, refunded)
                VALUES (:orderNo, :tradeNo, :paid, :refunded)
                """)
            .param("orderNo", event.orderNo())
            .param("tradeNo", event.tradeNo())
            .param("paid", payment.paid())
            .param("refunded", payment.refunded())
            .update()
        == 1;
  }

  // "<=>" also compares NULL.
  private boolean update(PaymentEvent event, Payment before, Payment after) {
    return jdbc.sql(
                """
                UPDATE t_order_payment SET paid = :paid, refunded = :refunded
                WHERE order_no = :orderNo AND trade_no = :tradeNo
                AND paid <=> :paidBefore AND refunded = :refundedBefore
                """)
            .param("paid", after.paid())
            .param("refunded", after.refunded())
            .param("orderNo", event.orderNo())
            .param("tradeNo", event.tradeNo())
            .param("paidBefore", before.paid())
            .param("refundedBefore", before.refunded())
            .update()
        == 1;
  }

  int timesConsumed(String orderNo) {
    return jdbc.sql("SELECT COUNT(*) FROM t_mq_consume_log WHERE order_no = ?")
        .param(orderNo)
        .query(Integer.class)
        .single();
  }

  Optional<String> traceOf(String orderNo) {
    return jdbc.sql("SELECT trace_id FROM t_mq_consume_log WHERE order_no = ?")
        .param(orderNo)
        .query(String.class)
        .optional();
  }

  void audit(String orderNo, String before, String after, String cause) {
    jdbc.sql(
            """
            INSERT INTO t_order_status_audit (order_no, before_status, after_status, event_id)
            VALUES (?, ?, ?, ?)
            """)
        .params(orderNo, before, after, cause)
        .update();
  }

  /** A repeated event adds no second row. */
  void alert(PaymentEvent event, String kind) {
    jdbc.sql(
            """
            INSERT INTO t_payment_alert (event_id, kind, tag, order_no, pay_no, detail)
            VALUES (?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE event_id = event_id
            """)
        .params(
            event.eventId(),
            kind,
            event.tag().name(),
            event.orderNo(),
            event.payNo(),
            event.toString())
        .update();
  }
}
