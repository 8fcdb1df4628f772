package com.yuge.payment.out.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this thread's transaction owes once it has committed. Spring's own callbacks run while the
 * connection is still held and would let a new transaction join the one that has ended; this work
 * may take a network call's time and may begin a transaction.
 */
final class AfterCommit {
  private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);
  private static final ThreadLocal<@Nullable List<Runnable>> OWED = new ThreadLocal<>();

  private AfterCommit() {}

  /** Runs one transaction; then, if it has committed, what was added meanwhile. */
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
      throw new IllegalStateException("outside a transaction nothing is committed");
    }
    owed.add(work);
  }

  // The commit stands. To its caller this would look as if it had failed, and to be done again.
  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("Failed after a commit, which stands", e);
    }
  }
}
