package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.OrderHistory;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.Step;
import com.yuge.payment.domain.order.Step.Kind;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** {@link OrderHistory} in memory, where nobody publishes. */
public final class InMemoryOrderHistory implements OrderHistory {
  private final InMemoryStore store;

  public InMemoryOrderHistory(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public Records before(PayNo payNo, TimelineCursor cursor, int limit) {
    return new Records(
        newest(callbacks(payNo), cursor.callback(), limit),
        newest(numbered(audits(payNo)), cursor.step(), limit),
        newest(numbered(events(payNo)), cursor.event(), limit));
  }

  private Stream<Entry> callbacks(PayNo payNo) {
    return store.callbacks.entries().stream()
        .filter(row -> payNo.equals(row.getValue().payNo()))
        .map(row -> new Entry(row.getKey(), List.of(step(row.getValue(), repeats(row.getKey())))));
  }

  private Stream<Step> audits(PayNo payNo) {
    return store.audits().stream()
        .filter(entry -> payNo.equals(entry.payNo()))
        .map(InMemoryOrderHistory::step);
  }

  private Stream<Step> events(PayNo payNo) {
    return store.events().stream()
        .filter(event -> payNo.equals(event.payNo()))
        .map(InMemoryOrderHistory::step);
  }

  // They are only ever added to, so an order's own count is as good as a number of the store's.
  private static Stream<Entry> numbered(Stream<Step> steps) {
    AtomicLong number = new AtomicLong();
    return steps.map(step -> new Entry(number.incrementAndGet(), List.of(step)));
  }

  private static List<Entry> newest(Stream<Entry> entries, long before, int limit) {
    return entries
        .filter(entry -> entry.number() < before)
        .sorted(Comparator.comparing(Entry::number).reversed())
        .limit(limit)
        .toList();
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
    boolean requested = entry.result().equals(AuditEntry.REQUESTED);
    String what = requested ? "REQUEST" : entry.action().name();
    return new Step(entry.at(), Kind.STEP, what, entry.result(), detail);
  }

  private static Step step(PayOrderEvent event) {
    return new Step(event.at(), Kind.EVENT, event.tag(), "WAITING", event.eventId().value());
  }
}
