package com.yuge.payment.out.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that runs once this thread's transaction has committed. Spring's own callbacks run while the
 * connection is still in use, and a new transaction would join the ended one. This work may make
 * network calls and may begin a transaction.
 */
final class AfterCommit {
  private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);
  private static final ThreadLocal<@Nullable List<Runnable>> OWED = new ThreadLocal<>();

  private AfterCommit() {}

  /** Runs one transaction. If it commits, runs the work that was added meanwhile. */
  static <T> T around(Supplier<T> transaction) {
    List<Runnable> owed = new ArrayList<>();
    T answer;
    OWED.set(owed);
    try {
      answer = transaction.get();
    } finally {
      OWED.remove();
    }
    owed.forEach(AfterCommit::run);
    return answer;
  }

  static void add(Runnable work) {
    List<Runnable> owed = OWED.get();
    if (owed == null) {
      throw new IllegalStateException("work after a commit needs an open transaction");
    }
    owed.add(work);
  }

  // The commit is final. An exception here would make the caller believe that it failed, and retry.
  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("Work after a commit failed; the commit itself is not affected", e);
    }
  }
}
