package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundBacklog;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundReports;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@link Refunds}, {@link DueRefunds} and {@link RefundReports} in memory. */
public final class InMemoryRefunds implements Refunds, DueRefunds, RefundReports {
  private final InMemoryStore store;
  private final Transactions transactions;
  private final Clock storeClock;

  public InMemoryRefunds(InMemoryStore store, Transactions transactions, Clock storeClock) {
    this.store = store;
    this.transactions = transactions;
    this.storeClock = storeClock;
  }

  @Override
  public Refund add(Refund refund, Duration checkIn) {
    requireLocked(refund);
    Refund stored = refund.stored(store.nextId());
    if (visible(same -> isTwin(same, refund)).findAny().isPresent()
        || !store.refunds.insert(refund.refundNo(), stored)) {
      throw new IllegalStateException("created before: " + refund);
    }
    schedule(refund, Optional.of(checkIn));
    return stored;
  }

  private static boolean isTwin(Refund one, Refund other) {
    boolean sameNumber =
        other.terms().refundOrderNo() != null
            && one.terms().payNo().equals(other.terms().payNo())
            && other.terms().refundOrderNo().equals(one.terms().refundOrderNo());
    boolean bothAutomatic =
        other.terms().refundOrderNo() == null
            && one.terms().refundOrderNo() == null
            && one.terms().channel().equals(other.terms().channel())
            && one.terms().tradeNo().equals(other.terms().tradeNo());
    return sameNumber || bothAutomatic;
  }

  @Override
  public Optional<Refund> find(RefundNo refundNo) {
    return store.refunds.get(refundNo);
  }

  @Override
  public Optional<Refund> find(PayNo payNo, RefundOrderNo refundOrderNo) {
    return of(payNo).stream()
        .filter(refund -> refundOrderNo.equals(refund.terms().refundOrderNo()))
        .findFirst();
  }

  @Override
  public List<Refund> of(PayNo payNo) {
    return visible(refund -> refund.terms().payNo().equals(payNo)).toList();
  }

  @Override
  public void advance(Refund next, Optional<Duration> checkIn) {
    requireLocked(next);
    Refund now =
        store
            .refunds
            .lock(next.refundNo())
            .orElseThrow(() -> new IllegalStateException("no such refund: " + next));
    if (now.version() != next.version() - 1) {
      throw new IllegalStateException("at another version by now: " + now);
    }
    store.refunds.put(next.refundNo(), next);
    schedule(next, checkIn);
  }

  private void requireLocked(Refund refund) {
    if (!store.orders.isHeld(refund.terms().payNo())) {
      throw new IllegalStateException("written without the order's lock: " + refund);
    }
  }

  private void schedule(Refund refund, Optional<Duration> checkIn) {
    if (checkIn.isEmpty()) {
      store.refundChecks.removeIfThere(refund.refundNo());
    } else {
      scheduleAt(refund.refundNo(), storeClock.instant().plus(checkIn.get()));
    }
  }

  private void scheduleAt(RefundNo refundNo, Instant check) {
    if (store.refundChecks.lock(refundNo).isPresent()) {
      store.refundChecks.put(refundNo, check);
    } else if (!store.refundChecks.insert(refundNo, check)) {
      throw new IllegalStateException("planned twice: " + refundNo);
    }
  }

  @Override
  public List<DueRefund> claim(int limit, Duration hold) {
    return transactions.call(
        () -> {
          List<RefundNo> claimed =
              store.refundChecks.entries().stream()
                  .filter(check -> isDue(check.getValue()))
                  .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                  .map(Map.Entry::getKey)
                  .filter(store.refundChecks::lockNow)
                  .filter(
                      refundNo -> store.refundChecks.get(refundNo).filter(this::isDue).isPresent())
                  .limit(limit)
                  .toList();
          Instant until = storeClock.instant().plus(hold);
          claimed.forEach(refundNo -> store.refundChecks.put(refundNo, until));
          return claimed.stream().map(this::due).toList();
        });
  }

  private DueRefund due(RefundNo refundNo) {
    return new DueRefund(refundNo, store.refunds.get(refundNo).orElseThrow().version());
  }

  private boolean isDue(Instant check) {
    return !check.isAfter(storeClock.instant());
  }

  @Override
  public List<Refund> inStatus(RefundStatus status, long after, int limit) {
    return visible(refund -> refund.status() == status && refund.id() > after)
        .sorted(Comparator.comparing(Refund::id))
        .limit(limit)
        .toList();
  }

  @Override
  public RefundBacklog backlog(Instant overdueUntil, int limit) {
    List<Refund> undecided = visible(Refund::isUndecided).limit(limit).toList();
    return new RefundBacklog(
        undecided.size(),
        undecided.stream().map(Refund::createdAt).min(Comparator.naturalOrder()),
        (int) undecided.stream().filter(one -> !one.createdAt().isAfter(overdueUntil)).count());
  }

  private Stream<Refund> visible(Predicate<Refund> filter) {
    return store.refunds.visible().stream().filter(filter);
  }
}
