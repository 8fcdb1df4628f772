package com.yuge.payment.domain.limit;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets an operator set and remove limits; each change records who made it and why. A change applies
 * to every payment that is committed after it. Amounts that were counted before stay counted.
 */
public final class ChangeLimits {
  private final Limits limits;
  private final LimitAudit audit;
  private final Transactions transactions;
  private final Clock clock;

  public ChangeLimits(Limits limits, LimitAudit audit, Transactions transactions, Clock clock) {
    this.limits = limits;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The amounts that an operator sets.
   *
   * @param shards see {@link Limit}
   */
  public record Terms(@Nullable Money perTransaction, @Nullable Money perDay, int shards) {
    private Limit of(LimitSubject subject, int version) {
      return new Limit(subject, perTransaction, perDay, shards, version);
    }
  }

  /**
   * Sets the subject's limit.
   *
   * @throws com.yuge.payment.domain.shared.InvalidValue if the terms break a rule of limits
   */
  public Limit put(LimitSubject subject, Terms terms, OperatorReason reason) {
    return transactions.call(
        () -> {
          Optional<Limit> before = limits.lock(subject);
          Limit after = terms.of(subject, before.map(Limit::version).orElse(0) + 1);
          limits.put(after);
          record(subject, before.orElse(null), after, reason);
          return after;
        });
  }

  /** Removes the subject's own limit; false if it has none. */
  public boolean remove(LimitSubject subject, OperatorReason reason) {
    return transactions.call(
        () -> {
          Optional<Limit> before = limits.lock(subject);
          before.ifPresent(
              limit -> {
                limits.remove(subject);
                record(subject, limit, null, reason);
              });
          return before.isPresent();
        });
  }

  private void record(
      LimitSubject subject, @Nullable Limit before, @Nullable Limit after, OperatorReason reason) {
    audit.record(new LimitChange(subject, before, after, reason, clock.instant()));
  }
}
