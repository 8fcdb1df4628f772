package com.yuge.payment.app.failover;

import com.yuge.payment.app.failover.PayerLoad.Paid;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Compares what callers were told, and the channel's books, with the tables. */
record FailoverOracle(JdbcClient jdbc, MockChannelClient channel) {
  private record Order(String payNo, String status) {}

  private Map<String, Order> orders() {
    return jdbc
        .sql("SELECT order_no, pay_no, status FROM t_pay_order")
        .query(
            (row, n) -> Map.entry(row.getString(1), new Order(row.getString(2), row.getString(3))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What callers were told and the tables do not have; empty when nothing was lost. */
  List<String> lost(PayerLoad load) {
    Map<String, Order> orders = orders();
    List<String> lost = new ArrayList<>();
    load.created()
        .forEach(
            (orderNo, payNo) -> {
              Order order = orders.get(orderNo);
              if (order == null || !order.payNo().equals(payNo)) {
                lost.add("created " + payNo);
              }
            });
    Set<String> paid = paid(orders);
    load.paid().stream()
        .map(Paid::payNo)
        .filter(payNo -> !paid.contains(payNo))
        .forEach(payNo -> lost.add("paid " + payNo));
    return lost;
  }

  private static Set<String> paid(Map<String, Order> orders) {
    return orders.values().stream()
        .filter(order -> order.status().equals("SUCCESS"))
        .map(Order::payNo)
        .collect(Collectors.toSet());
  }

  /** Orders whose state differs from the channel's books; empty when the books agree. */
  List<String> differing() {
    List<String> differing = new ArrayList<>();
    for (Order order : orders().values()) {
      JsonNode seen = channel.seen(order.payNo());
      boolean taken = seen.path("payments").size() == 1;
      if (taken != order.status().equals("SUCCESS") || seen.path("payments").size() > 1) {
        differing.add(order + ", the channel: " + seen);
      }
    }
    return differing;
  }

  /** Pay numbers with another number of success events than their state asks for. */
  Set<String> withoutTheirEvent() {
    List<String> events =
        jdbc.sql("SELECT aggregate_key FROM t_outbox_event WHERE tag = 'PAYMENT_SUCCEEDED'")
            .query(String.class)
            .list();
    Set<String> differing = new HashSet<>(paid(orders()));
    for (String payNo : events) {
      if (!differing.remove(payNo)) {
        differing.add(payNo + " has too many");
      }
    }
    return differing;
  }
}
