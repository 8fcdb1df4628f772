package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.fakes.InMemoryStore.Waiting;
import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.Transactions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link PendingEvents} in memory; a payload is the key. */
public final class InMemoryPendingEvents implements PendingEvents {
  private static final Comparator<Waiting> OLDEST_FIRST = Comparator.comparingLong(Waiting::rowId);

  private final InMemoryStore store;
  private final Transactions transactions;

  public InMemoryPendingEvents(InMemoryStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  @Override
  public Heads read(Collection<RowRange> ranges, int limit) {
    synchronized (store) {
      List<Waiting> waiting = store.pending.rows();
      List<PendingEvent> events =
          ranges.stream()
              .flatMap(range -> head(waiting, range, limit))
              .sorted(OLDEST_FIRST)
              .map(InMemoryPendingEvents::pending)
              .toList();
      return new Heads(events, newest(), store.blocked.view().keySet().toString());
    }
  }

  private long newest() {
    return store.events.view().keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private Stream<Waiting> head(List<Waiting> waiting, RowRange range, int limit) {
    return waiting.stream()
        .filter(row -> row.partition() == range.partition())
        .filter(row -> row.rowId() >= range.first() && row.rowId() <= range.last())
        .filter(row -> store.blocked.get(row.event().aggregateKey().value()).isEmpty())
        .sorted(OLDEST_FIRST)
        .limit(limit);
  }

  private static PendingEvent pending(Waiting row) {
    DomainEvent event = row.event();
    return new PendingEvent(
        row.rowId(),
        row.partition(),
        event.eventId().value(),
        event.aggregateKey().value(),
        event.tag(),
        event.aggregateKey().value(),
        Map.of(),
        event.at());
  }

  @Override
  public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
    return transactions.call(
        () -> {
          Set<Lease> mine =
              published.keySet().stream()
                  .sorted(Comparator.comparing(Lease::partition))
                  .filter(lease -> isHeld(owner, lease))
                  .collect(Collectors.toSet());
          published.forEach(
              (lease, rowIds) -> {
                if (mine.contains(lease)) {
                  remove(store, rowIds);
                }
              });
          return mine;
        });
  }

  private boolean isHeld(String owner, Lease lease) {
    return store
        .partitions
        .lock(lease.partition())
        .filter(row -> owner.equals(row.owner()) && row.epoch() == lease.epoch())
        .isPresent();
  }

  /** Without asking whose partition it is. */
  public static void remove(InMemoryStore store, List<Long> rowIds) {
    rowIds.forEach(store.pending::removeIfThere);
  }
}
