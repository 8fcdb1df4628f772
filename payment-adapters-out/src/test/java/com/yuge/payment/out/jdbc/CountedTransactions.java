package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.Transactions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Tells how often work was run again because it had lost a deadlock, and not given way before. */
record CountedTransactions(Transactions database, AtomicInteger repeats) implements Transactions {
  CountedTransactions(Transactions database) {
    this(database, new AtomicInteger());
  }

  @Override
  public <T> T call(Supplier<T> work) {
    AtomicBoolean begun = new AtomicBoolean();
    return database.call(
        () -> {
          if (begun.getAndSet(true)) {
            repeats.incrementAndGet();
          }
          try {
            return work.get();
          } catch (LostRace e) {
            begun.set(false);
            throw e;
          }
        });
  }

  @Override
  public void afterCommit(Runnable work) {
    database.afterCommit(work);
  }
}
