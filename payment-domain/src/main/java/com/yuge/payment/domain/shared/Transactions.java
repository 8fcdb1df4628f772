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

  /** {@link #call} for work that has no answer. */
  default void run(Runnable work) {
    var unused =
        call(
            () -> {
              work.run();
              return Boolean.TRUE;
            });
  }
}
