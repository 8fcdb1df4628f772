package com.yuge.payment.domain.limit;

import java.util.List;
import java.util.Optional;

/** The limits that operators have set. */
public interface Limits {
  /**
   * Returns the limits that apply to the subjects, in the order of the subjects: for each subject
   * its own limit, or else the default limit of its scope, or none.
   */
  List<Limit> of(List<LimitSubject> subjects);

  /**
   * As {@link #of}. Nobody can change these limits before the transaction ends, so a change applies
   * to all payments that are committed after it.
   *
   * @param subjects in the order of their scopes, and not empty
   * @throws IllegalStateException outside a transaction
   */
  List<Limit> hold(List<LimitSubject> subjects);

  /**
   * Returns the subject's own limit, and locks the scope until the transaction ends. Waits for all
   * transactions that hold a limit of the scope.
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
