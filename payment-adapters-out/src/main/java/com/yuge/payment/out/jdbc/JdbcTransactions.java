package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Transactions} over one database; the isolation is the pool's, READ COMMITTED. */
final class JdbcTransactions implements Transactions {
  /**
   * A lost race is decided at once, so two more tries cost little; more would hide a lock order.
   */
  private static final int ATTEMPTS = 3;

  private final TransactionTemplate template;
  private final long timeout;

  JdbcTransactions(DataSource database, Duration timeout) {
    JdbcTransactionManager manager = new JdbcTransactionManager(database);
    // Otherwise a connection whose commit failed goes back to auto-commit, which commits after all.
    manager.setRollbackOnCommitFailure(true);
    this.template = new TransactionTemplate(manager);
    this.template.setTimeout(Math.toIntExact(timeout.toSeconds()));
    this.timeout = timeout.toNanos();
  }

  @Override
  public <T> T call(Supplier<T> work) {
    // Only the outermost may run again: the inner one's locks are gone with the whole transaction.
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

  // Spring's timeout ends statements; but a pause before the commit is none. The relay relies on
  // no commit coming later.
  private <T> T inTime(Supplier<T> work) {
    long begun = System.nanoTime();
    T answer = work.get();
    if (System.nanoTime() - begun > timeout) {
      throw new TransactionTimedOutException("nothing is committed after the timeout");
    }
    return answer;
  }

  static void require(String what) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(what + " needs an open transaction");
    }
  }
}
