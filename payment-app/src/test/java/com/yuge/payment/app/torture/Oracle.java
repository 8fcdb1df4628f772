package com.yuge.payment.app.torture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares what callers were told, the channel's books and the service's tables. */
record Oracle(Rows rows, Books books, Findings findings) {
  private static final Map<String, String> EVENT_OF_STATUS =
      Map.of(
          "SUCCESS", "PAYMENT_SUCCEEDED",
          "FAILED", "PAYMENT_FAILED",
          "CLOSED", "PAYMENT_CLOSED");

  private static final Map<String, String> EVENT_OF_KIND =
      Map.of(
          "LATE", "PAYMENT_LATE_SUCCEEDED",
          "MISMATCH", "PAYMENT_MISMATCHED",
          "DUPLICATE", "PAYMENT_MISMATCHED");

  void compare(List<Purchase> purchases) {
    Map<String, Rows.Order> orders = new HashMap<>();
    rows.orders().forEach(order -> orders.put(order.payNo(), order));
    for (Purchase purchase : purchases) {
      Rows.Order order = orders.get(purchase.payNo);
      if (order != null) {
        compare(purchase, order);
      } else if (!purchase.payNo.isEmpty()) {
        findings.lost("pay order %s of %s".formatted(purchase.payNo, purchase.orderNo));
      }
    }
    findings.compare(
        "order",
        purchases.stream().filter(s -> !s.payNo.isEmpty()).map(s -> s.orderNo).toList(),
        toldOrders(purchases));
  }

  // A shop that failed may not know of its order, which is a finding of its own.
  private List<String> toldOrders(List<Purchase> purchases) {
    Set<String> untold =
        purchases.stream()
            .filter(s -> s.payNo.isEmpty())
            .map(s -> s.orderNo)
            .collect(Collectors.toSet());
    return rows.orders().stream()
        .map(Rows.Order::orderNo)
        .filter(number -> !untold.contains(number))
        .toList();
  }

  private void compare(Purchase purchase, Rows.Order order) {
    String what = purchase.plan + " " + order.payNo();
    if (purchase.wasToldPaid() && !order.status().equals("SUCCESS")) {
      findings.lost("%s was told paid, and is %s".formatted(what, order.status()));
    }
    List<Rows.Trade> trades = rows.tradesOf(order.payNo());
    List<Rows.Refund> refunds = rows.refundsOf(order.payNo());
    compareTold(purchase, refunds, what);
    comparePayments(order, trades, what);
    compareRefunds(order.payNo(), trades, refunds, what);
    compareEvents(order, trades, refunds, what);
  }

  /** Each refund is there under the number that its caller was told, and is decided. */
  private void compareTold(Purchase purchase, List<Rows.Refund> refunds, String what) {
    List<String> ours = refunds.stream().map(Rows.Refund::refundNo).toList();
    purchase.refunds.values().stream()
        .filter(told -> !ours.contains(told))
        .forEach(told -> findings.lost("%s refund %s".formatted(what, told)));
    refunds.stream()
        .filter(refund -> refund.refundOrderNo() != null)
        .filter(refund -> !purchase.refunds.containsValue(refund.refundNo()))
        .forEach(refund -> findings.doubled(what + " " + refund + " that nobody was told"));
    refunds.stream()
        .filter(refund -> !Set.of("SUCCESS", "FAILED").contains(refund.status()))
        .forEach(refund -> findings.wrong(what + " undecided " + refund));
    refunds.stream()
        .filter(refund -> purchase.cancelled.contains(refund.refundNo()) && refund.done())
        .forEach(refund -> findings.doubled(what + " was told cancelled, and made: " + refund));
  }

  /** What the channel took is there once; only a paid order has a payment that settles it. */
  private void comparePayments(Rows.Order order, List<Rows.Trade> trades, String what) {
    List<String> taken = new ArrayList<>();
    for (JsonNode payment : books.payments(order.payNo())) {
      taken.add(payment.path("tradeNo").asString() + " " + payment.path("amount").asString());
    }
    findings.compare(
        what + " payment",
        taken,
        trades.stream().map(trade -> trade.tradeNo() + " " + trade.amount()).toList());
    long settled = trades.stream().filter(trade -> trade.kind().equals("SETTLED")).count();
    if (settled != (order.status().equals("SUCCESS") ? 1 : 0)) {
      findings.wrong("%s is %s with %d payments".formatted(what, order.status(), settled));
    }
  }

  /** What the channel gave back is what we say, and each trade's sums are those of its refunds. */
  private void compareRefunds(
      String payNo, List<Rows.Trade> trades, List<Rows.Refund> refunds, String what) {
    findings.compare(
        what + " refund",
        new TreeSet<>(
            refunds.stream().filter(Rows.Refund::done).map(Rows.Refund::refundNo).toList()),
        books.refunds(payNo, "SUCCESS"));
    for (Rows.Trade trade : trades) {
      BigDecimal done = sum(refunds, trade.tradeNo());
      if (done.compareTo(trade.refunded()) != 0 || done.compareTo(trade.refundHeld()) != 0) {
        findings.wrong("%s gave back %s, and %s".formatted(what, done, trade));
      }
      if (trade.amount() != null && done.compareTo(trade.amount()) > 0) {
        findings.doubled("%s gave back %s of %s".formatted(what, done, trade));
      }
    }
  }

  private static BigDecimal sum(List<Rows.Refund> refunds, String tradeNo) {
    return refunds.stream()
        .filter(refund -> refund.done() && refund.tradeNo().equals(tradeNo))
        .map(Rows.Refund::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Each change has exactly its event. */
  private void compareEvents(
      Rows.Order order, List<Rows.Trade> trades, List<Rows.Refund> refunds, String what) {
    List<String> expected = new ArrayList<>();
    String own = EVENT_OF_STATUS.get(order.status());
    if (own != null) {
      expected.add(own);
    }
    trades.stream()
        .map(trade -> EVENT_OF_KIND.getOrDefault(trade.kind(), ""))
        .filter(tag -> !tag.isEmpty())
        .forEach(expected::add);
    refunds.forEach(refund -> expected.add("REFUND_" + told(refund)));
    findings.compare(what + " event", expected, rows.tagsOf(order.payNo()));
  }

  private static String told(Rows.Refund refund) {
    return refund.status().equals("SUCCESS") ? "SUCCEEDED" : refund.status();
  }
}
