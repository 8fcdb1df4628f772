package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.limit.Limit;
import com.yuge.payment.domain.limit.LimitAudit;
import com.yuge.payment.domain.limit.LimitChange;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.limit.Limits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link Limits} and {@link LimitAudit} in memory; it has no shared locks, so nobody waits. */
public final class InMemoryLimits implements Limits, LimitAudit {
  private final InMemoryStore store;

  public InMemoryLimits(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public List<Limit> of(List<LimitSubject> subjects) {
    return subjects.stream().map(this::of).flatMap(Optional::stream).toList();
  }

  private Optional<Limit> of(LimitSubject subject) {
    return store.limits.get(subject).or(() -> store.limits.get(subject.each()));
  }

  @Override
  public List<Limit> hold(List<LimitSubject> subjects) {
    OpenTransaction unused = store.required();
    return of(subjects);
  }

  @Override
  public Optional<Limit> lock(LimitSubject subject) {
    return store.limits.lock(subject);
  }

  @Override
  public void put(Limit limit) {
    if (store.limits.lock(limit.subject()).isPresent()) {
      store.limits.put(limit.subject(), limit);
    } else if (!store.limits.insert(limit.subject(), limit)) {
      throw new IllegalStateException("set by another meanwhile: " + limit);
    }
  }

  @Override
  public void remove(LimitSubject subject) {
    store.limits.remove(subject);
  }

  @Override
  public List<Limit> after(LimitScope scope, String last, int most) {
    return store.limits.visible().stream()
        .filter(limit -> limit.subject().scope() == scope)
        .filter(limit -> limit.subject().no().compareTo(last) > 0)
        .sorted(Comparator.comparing(limit -> limit.subject().no()))
        .limit(most)
        .toList();
  }

  @Override
  public void record(LimitChange change) {
    if (!store.limitChanges.insert(store.nextId(), change)) {
      throw new IllegalStateException("recorded twice: " + change);
    }
  }
}
