package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.Transactions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Tells how often work was run again because it had lost a deadlock. */
record CountedTransactions(Transactions database, AtomicInteger repeats) implements Transactions {
  CountedTransactions(Transactions database) {
    this(database, new AtomicInteger());
  }

  @Override
  public <T> T call(Supplier<T> work) {
    AtomicInteger runs = new AtomicInteger();
    return database.call(
        () -> {
          if (runs.incrementAndGet() > 1) {
            repeats.incrementAndGet();
          }
          return work.get();
        });
  }

  @Override
  public void afterCommit(Runnable work) {
    database.afterCommit(work);
  }
}
