package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.order.TimelineEntry;
import com.yuge.payment.domain.order.TimelineEntry.Kind;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** {@link Timelines} in memory, where nobody publishes. */
public final class InMemoryTimelines implements Timelines {
  private final InMemoryStore store;

  public InMemoryTimelines(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public Records before(PayNo payNo, TimelineCursor cursor, int limit) {
    return new Records(
        newest(callbacks(payNo), cursor.callback(), limit),
        newest(numbered(audits(payNo)), cursor.audit(), limit),
        newest(numbered(events(payNo)), cursor.event(), limit));
  }

  private Stream<TimelineRow> callbacks(PayNo payNo) {
    return store.callbacks.entries().stream()
        .filter(row -> payNo.equals(row.getValue().payNo()))
        .map(
            row ->
                new TimelineRow(
                    row.getKey(), List.of(entry(row.getValue(), repeats(row.getKey())))));
  }

  private Stream<TimelineEntry> audits(PayNo payNo) {
    return store.audits().stream()
        .filter(entry -> payNo.equals(entry.payNo()))
        .map(InMemoryTimelines::entry);
  }

  private Stream<TimelineEntry> events(PayNo payNo) {
    return store.events().stream()
        .filter(event -> payNo.value().equals(event.aggregateKey().value()))
        .map(InMemoryTimelines::entry);
  }

  // They are only ever added to, so an order's own count is as good as a number of the store's.
  private static Stream<TimelineRow> numbered(Stream<TimelineEntry> entries) {
    AtomicLong number = new AtomicLong();
    return entries.map(entry -> new TimelineRow(number.incrementAndGet(), List.of(entry)));
  }

  private static List<TimelineRow> newest(Stream<TimelineRow> entries, long before, int limit) {
    return entries
        .filter(entry -> entry.number() < before)
        .sorted(Comparator.comparing(TimelineRow::number).reversed())
        .limit(limit)
        .toList();
  }

  private long repeats(long row) {
    return store.callbackRepeats.get(row).orElseThrow();
  }

  private static TimelineEntry entry(CallbackRecord callback, long repeats) {
    String said = Objects.requireNonNullElse(callback.status(), "UNREADABLE");
    String detail =
        repeats == 0 ? callback.reason() : callback.reason() + ", repeated " + repeats + " times";
    return new TimelineEntry(callback.at(), Kind.CALLBACK, said, callback.result().name(), detail);
  }

  private static TimelineEntry entry(AuditEntry entry) {
    String detail = entry.before() + " -> " + entry.after() + ", " + entry.detail();
    boolean requested = entry.result().equals(AuditEntry.REQUESTED);
    String what = requested ? "REQUEST" : entry.action().name();
    return new TimelineEntry(entry.at(), Kind.STEP, what, entry.result(), detail);
  }

  private static TimelineEntry entry(DomainEvent event) {
    return new TimelineEntry(
        event.at(), Kind.EVENT, event.tag(), "WAITING", event.eventId().value());
  }
}
