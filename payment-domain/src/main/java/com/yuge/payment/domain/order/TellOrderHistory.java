package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.Step.Kind;
import com.yuge.payment.domain.shared.PayNo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells an order's whole story, oldest step first. */
public final class TellOrderHistory {
  /** Of each kind: an order that is asked for every half hour for a week has fewer. */
  private static final int LIMIT = 500;

  private final PayOrders orders;
  private final OrderHistory history;

  public TellOrderHistory(PayOrders orders, OrderHistory history) {
    this.orders = orders;
    this.history = history;
  }

  /** Empty when there is no such order. */
  public Optional<List<Step>> handle(PayNo payNo) {
    return orders.find(payNo).map(this::story);
  }

  private List<Step> story(PayOrder order) {
    List<Step> steps = new ArrayList<>(history.of(order.payNo(), LIMIT));
    steps.add(
        new Step(
            order.createdAt(),
            Kind.CREATED,
            "CREATE",
            PayStatus.INIT.name(),
            order.orderNo() + " " + order.amount() + " " + order.channel()));
    steps.sort(Comparator.comparing(Step::at).thenComparing(Step::kind));
    return List.copyOf(steps);
  }
}
