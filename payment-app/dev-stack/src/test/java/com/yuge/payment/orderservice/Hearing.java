package com.yuge.payment.orderservice;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.consumer.EventInbox;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Has an order-service consume events, as its consumer does, and returns what came of each. */
record Hearing(Orders orders, EventInbox inbox) {
  static Hearing of(Orders orders) {
    return new Hearing(orders, orders.inbox("order-service"));
  }

  /** Returns the result; empty if there is no such order, and then nothing was written. */
  Optional<String> hear(Events.Body event, String tag) {
    AtomicReference<String> result = new AtomicReference<>("CONSUMED_BEFORE");
    try {
      boolean unused = inbox.handleOnce(event.as(tag), told -> result.set(orders.apply(told)));
      return Optional.of(requireNonNull(result.get()));
    } catch (UnknownOrder unknown) {
      return Optional.empty();
    }
  }
}
