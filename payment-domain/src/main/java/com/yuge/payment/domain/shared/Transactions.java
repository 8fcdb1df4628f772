package com.yuge.payment.domain.shared;

import java.util.function.Supplier;

/** A unit of work: all of it is stored, or none. */
public interface Transactions {
  /**
   * Runs the work in a READ COMMITTED transaction; joins one that is open. Work that lost a
   * deadlock runs again from its start, a limited number of times, so it must have no effects
   * outside the stores.
   *
   * @throws StoreUnavailable when the store is unavailable, or the wait for a lock was too long
   */
  <T> T call(Supplier<T> work);

  /**
   * Runs one statement, which is a transaction of its own if none is open, with the retries and
   * errors of {@link #call}. This saves the cost of beginning and ending a transaction.
   */
  default <T> T single(Supplier<T> statement) {
    return call(statement);
  }

  /**
   * Runs work on this thread after its outermost transaction has committed and ended, in the order
   * of the calls; never after a rollback. The work cannot undo the commit: an exception that it
   * throws is logged, and neither the caller nor later work sees it. The work is lost in a crash.
   *
   * @throws IllegalStateException outside a transaction
   */
  void afterCommit(Runnable work);

  /** {@link #call} for work without a result. */
  default void run(Runnable work) {
    var unused = call(answering(work));
  }

  /** {@link #single} for a statement without a result. */
  default void runSingle(Runnable statement) {
    var unused = single(answering(statement));
  }

  private static Supplier<Boolean> answering(Runnable work) {
    return () -> {
      work.run();
      return Boolean.TRUE;
    };
  }
}
