package com.yuge.payment.domain.limit;

import java.util.List;
import java.util.Optional;

/** The limits that operators have set. */
public interface Limits {
  /**
   * Returns the limits that hold for the subjects: for each its own, or else that of each of its
   * scope, or none. The order is that of the subjects.
   */
  List<Limit> of(List<LimitSubject> subjects);

  /**
   * As {@link #of}. Nobody changes these limits before the transaction ends, so a change is in
   * force for all that commit after it.
   *
   * @param subjects in the order of their scopes, and not empty
   * @throws IllegalStateException outside a transaction
   */
  List<Limit> hold(List<LimitSubject> subjects);

  /**
   * Returns the subject's own limit, and locks the scope until the transaction ends; waits for all
   * who hold a limit of the scope.
   *
   * @throws IllegalStateException outside a transaction
   */
  Optional<Limit> lock(LimitSubject subject);

  /** Adds or replaces the limit of a subject that is locked. */
  void put(Limit limit);

  /** Removes the limit of a subject that is locked. */
  void remove(LimitSubject subject);

  /**
   * Returns a scope's limits in the order of the subjects' numbers.
   *
   * @param last the number before the first one; empty for the first page
   */
  List<Limit> after(LimitScope scope, String last, int most);
}
