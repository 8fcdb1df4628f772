package com.yuge.payment.consumer;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop's own orders, as small as they can be. */
record ShopOrders(JdbcClient jdbc) {
  void createTables() {
    jdbc.sql(
            "CREATE TABLE shop_order (order_no VARCHAR(32), amount DECIMAL(12,2), status VARCHAR(20))")
        .update();
    jdbc.sql("CREATE TABLE shop_task (order_no VARCHAR(32), tag VARCHAR(64))").update();
  }

  void add(String orderNo, String amount) {
    jdbc.sql("INSERT INTO shop_order (order_no, amount, status) VALUES (?, ?, 'OPEN')")
        .params(orderNo, new BigDecimal(amount))
        .update();
  }

  /** Pays an open order of this amount; returns false if there is none. */
  boolean pay(String orderNo, BigDecimal amount) {
    return jdbc.sql(
                """
                UPDATE shop_order SET status = 'PAID'
                WHERE order_no = ? AND amount = ? AND status = 'OPEN'
                """)
            .params(orderNo, amount)
            .update()
        == 1;
  }

  void askPerson(PaymentEvent event) {
    jdbc.sql("INSERT INTO shop_task (order_no, tag) VALUES (?, ?)")
        .params(event.orderNo(), event.tag().name())
        .update();
  }

  String status(String orderNo) {
    return jdbc.sql("SELECT status FROM shop_order WHERE order_no = ?")
        .param(orderNo)
        .query(String.class)
        .single();
  }

  int tasks() {
    return jdbc.sql("SELECT COUNT(*) FROM shop_task").query(Integer.class).single();
  }
}
