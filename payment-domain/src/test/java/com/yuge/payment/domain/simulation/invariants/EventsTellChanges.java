package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.shared.PayNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** There is an event if, and only if, the change that it tells is committed. */
record EventsTellChanges(Committed committed) implements Invariant {
  @Override
  public void afterChange() {
    Map<PayNo, List<String>> told = new HashMap<>();
    for (PayOrderEvent event : committed.events().values()) {
      told.computeIfAbsent(event.payNo(), payNo -> new ArrayList<>()).add(name(event));
    }
    for (PayOrder order : committed.orders()) {
      List<String> events = told.getOrDefault(order.payNo(), List.of());
      if (!events.equals(changes(order))) {
        throw new Violation(this, order.payNo() + " is " + changes(order) + ", told: " + events);
      }
    }
  }

  private static String name(PayOrderEvent event) {
    return event instanceof PaymentLateSucceeded ? "LATE" : event.tag();
  }

  private static List<String> changes(PayOrder order) {
    List<String> changes = new ArrayList<>();
    switch (order.status()) {
      case SUCCESS -> changes.add("PAYMENT_SUCCEEDED");
      case FAILED -> changes.add("PAYMENT_FAILED");
      case CLOSED -> changes.add("PAYMENT_CLOSED");
      case INIT, PAYING -> {}
    }
    if (order.lateSuccess() != null) {
      changes.add("LATE");
    }
    return changes;
  }
}
