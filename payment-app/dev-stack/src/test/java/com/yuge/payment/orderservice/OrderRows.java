package com.yuge.payment.orderservice;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the order-service has written about an order, oldest first. */
final class OrderRows {
  private final JdbcClient jdbc;

  OrderRows(DataSource database) {
    this.jdbc = JdbcClient.create(database);
  }

  List<String> audit(String orderNo) {
    return texts(
        """
        SELECT CONCAT(before_status, ' -> ', after_status) FROM t_order_status_audit
        WHERE order_no = ? ORDER BY id
        """,
        orderNo);
  }

  /** What came and what went back of each payment, by its number at the channel. */
  List<String> payments(String orderNo) {
    return texts(
        """
        SELECT CONCAT(trade_no, ': ', COALESCE(paid, '?'), ' - ', refunded) FROM t_order_payment
        WHERE order_no = ? ORDER BY trade_no
        """,
        orderNo);
  }

  List<String> consumed(String orderNo) {
    return texts(
        "SELECT tag FROM t_mq_consume_log WHERE order_no = ? ORDER BY consumed_at", orderNo);
  }

  List<String> alerts(String orderNo) {
    return texts("SELECT kind FROM t_payment_alert WHERE order_no = ? ORDER BY raised_at", orderNo);
  }

  private List<String> texts(String sql, String orderNo) {
    return jdbc.sql(sql).param(orderNo).query(String.class).list();
  }
}
