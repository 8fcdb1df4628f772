package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.limit.LimitChange;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The committed rows themselves, without copies and without locks: for who runs alone. */
public final class Committed {
  private final InMemoryStore store;

  Committed(InMemoryStore store) {
    this.store = store;
  }

  public Collection<PayOrder> orders() {
    return store.orders.view().values();
  }

  public @Nullable PayOrder order(PayNo payNo) {
    return store.orders.view().get(payNo);
  }

  public Map<Long, CallbackRecord> callbacks() {
    return store.callbacks.view();
  }

  public Map<Long, AuditEntry> audits() {
    return store.audits.view();
  }

  /** By row. */
  public Map<Long, DomainEvent> events() {
    return store.events.view();
  }

  public Stream<PayOrderEvent> payOrderEvents() {
    return events(PayOrderEvent.class);
  }

  public Stream<RefundEvent> refundEvents() {
    return events(RefundEvent.class);
  }

  private <E> Stream<E> events(Class<E> kind) {
    return store.events.view().values().stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The rows of the events that wait. */
  public Set<Long> pending() {
    return store.pending.view().keySet();
  }

  /** The keys whose events are kept back. */
  public Set<String> blocked() {
    return store.blocked.view().keySet();
  }

  public Collection<InMemoryStore.CutSlice> limitSlices() {
    return store.limitSlices.view().values();
  }

  public Collection<LimitChange> limitChanges() {
    return store.limitChanges.view().values();
  }

  public Collection<PaidTrade> trades() {
    return store.trades.view().values();
  }

  public Collection<Refund> refunds() {
    return store.refunds.view().values();
  }

  public Collection<TradeClaim> claims() {
    return store.claims.view().values();
  }

  /** When the next check of an order is due; empty when all of them rest. */
  public Optional<Instant> nextCheck() {
    return store.checks.view().values().stream().min(Comparator.naturalOrder());
  }

  /** When the next call about a refund is due; empty when none is. */
  public Optional<Instant> nextRefundCall() {
    return store.refundChecks.view().values().stream().min(Comparator.naturalOrder());
  }

  /** Whether the store has that owner and epoch for the partition, whatever the time. */
  public boolean isHeld(String owner, Lease lease) {
    InMemoryStore.Tenancy tenancy = store.partitions.view().get(lease.partition());
    return tenancy != null && owner.equals(tenancy.owner()) && tenancy.epoch() == lease.epoch();
  }

  /** Who has each partition, whether its lease has ended or not; a free one is missing. */
  public Map<Integer, String> owners() {
    Map<Integer, String> owners = new HashMap<>();
    store
        .partitions
        .view()
        .forEach(
            (partition, tenancy) -> {
              if (tenancy.owner() != null) {
                owners.put(partition, tenancy.owner());
              }
            });
    return owners;
  }
}
