package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.OrderHistory;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.Step;
import com.yuge.payment.domain.order.Step.Kind;
import com.yuge.payment.domain.shared.PayNo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@link OrderHistory} in memory, where nobody publishes. */
public final class InMemoryOrderHistory implements OrderHistory {
  private final InMemoryStore store;

  public InMemoryOrderHistory(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public List<Step> of(PayNo payNo, int limit) {
    Stream<Step> callbacks =
        store.callbacks.entries().stream()
            .filter(callback -> payNo.equals(callback.getValue().payNo()))
            .limit(limit)
            .map(callback -> step(callback.getValue(), repeats(callback.getKey())));
    Stream<Step> audits =
        store.audits().stream()
            .filter(entry -> payNo.equals(entry.payNo()))
            .limit(limit)
            .map(InMemoryOrderHistory::step);
    Stream<Step> events =
        store.events().stream()
            .filter(event -> payNo.equals(event.payNo()))
            .limit(limit)
            .map(InMemoryOrderHistory::step);
    return Stream.of(callbacks, audits, events).flatMap(steps -> steps).toList();
  }

  private long repeats(long row) {
    return store.callbackRepeats.get(row).orElseThrow();
  }

  private static Step step(CallbackRecord callback, long repeats) {
    String said = Objects.requireNonNullElse(callback.status(), "UNREADABLE");
    String detail =
        repeats == 0 ? callback.reason() : callback.reason() + ", repeated " + repeats + " times";
    return new Step(callback.at(), Kind.CALLBACK, said, callback.result().name(), detail);
  }

  private static Step step(AuditEntry entry) {
    String detail = entry.before() + " -> " + entry.after() + ", " + entry.detail();
    return new Step(entry.at(), Kind.STEP, entry.action().name(), entry.result(), detail);
  }

  private static Step step(PayOrderEvent event) {
    return new Step(event.at(), Kind.EVENT, event.tag(), "WAITING", event.eventId().value());
  }
}
