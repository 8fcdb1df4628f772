package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Transactions} on one database; the pool sets the isolation, READ COMMITTED. */
final class JdbcTransactions implements Transactions {
  /** A lost race fails at once, so two retries cost little; more would hide a wrong lock order. */
  private static final int ATTEMPTS = 3;

  private final TransactionTemplate template;
  private final long timeout;

  JdbcTransactions(DataSource database, Duration timeout) {
    JdbcTransactionManager manager = new JdbcTransactionManager(database);
    // Otherwise a connection returns to auto-commit after a failed commit, and this would commit
    // after all.
    manager.setRollbackOnCommitFailure(true);
    this.template = new TransactionTemplate(manager);
    this.template.setTimeout(Math.toIntExact(timeout.toSeconds()));
    this.timeout = timeout.toNanos();
  }

  @Override
  public <T> T call(Supplier<T> work) {
    // Only the outermost call may retry: a rollback ends the whole transaction with all its locks.
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? template.execute(status -> work.get())
        : outermost(work);
  }

  @Override
  public <T> T single(Supplier<T> statement) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? statement.get()
        : repeated(statement);
  }

  private <T> T outermost(Supplier<T> work) {
    return repeated(() -> template.execute(status -> inTime(work)));
  }

  @Override
  public void afterCommit(Runnable work) {
    AfterCommit.add(work);
  }

  private static <T> T repeated(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return AfterCommit.around(work);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !StoreErrors.isLostRace(e)) {
          throw StoreErrors.translate(e);
        }
      }
    }
  }

  // Spring's timeout limits statements, but not a pause before the commit. The relay relies on the
  // limit for the whole transaction.
  private <T> T inTime(Supplier<T> work) {
    long begun = System.nanoTime();
    T answer = work.get();
    if (System.nanoTime() - begun > timeout) {
      throw new TransactionTimedOutException("the transaction took longer than its timeout");
    }
    return answer;
  }

  static void require(String what) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(what + " needs an open transaction");
    }
  }
}
