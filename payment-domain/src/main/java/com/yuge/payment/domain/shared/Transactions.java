package com.yuge.payment.domain.shared;

import java.util.function.Supplier;

/** One unit of work: all of it is kept, or none. */
public interface Transactions {
  /**
   * Runs the work in a transaction, READ COMMITTED; joins the one that is open. Work that lost a
   * deadlock is run again from its start, a bounded number of times, so it must not have effects of
   * its own outside the stores.
   *
   * @throws StoreUnavailable when the store is away or a lock was waited for too long
   */
  <T> T call(Supplier<T> work);

  /**
   * Runs one statement, which is a transaction of its own wherever none is open; with the repeats
   * and errors of {@link #call}. It spares what it takes to begin a transaction and to end it.
   */
  default <T> T single(Supplier<T> statement) {
    return call(statement);
  }

  /**
   * Has work done after the commit: once the outermost transaction of this thread has committed and
   * is over, on this thread, in the order in which it was asked for; never after a rollback. The
   * commit stands whatever becomes of it: an exception that it throws is logged, and neither the
   * caller nor the work that follows notices. It is lost in a crash.
   *
   * @throws IllegalStateException outside a transaction
   */
  void afterCommit(Runnable work);

  /** {@link #call} for work that has no answer. */
  default void run(Runnable work) {
    var unused = call(answering(work));
  }

  /** {@link #single} for a statement that has no answer. */
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
