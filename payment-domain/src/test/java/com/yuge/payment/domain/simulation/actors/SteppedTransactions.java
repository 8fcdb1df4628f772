package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@link Transactions} whose commit may fail, or succeed without the answer coming through. The
 * instance may die at any step; one is between a commit and what is to be done after it.
 */
final class SteppedTransactions implements Transactions {
  private static final long LONGEST = Wiring.LONGEST_TRANSACTION.toNanos() / 1_000;

  private final Surroundings surroundings;
  private final InMemoryStore store;

  @SuppressWarnings("ThreadLocalUsage") // Each instance has its own transactions.
  private final ThreadLocal<@Nullable List<Runnable>> owed = new ThreadLocal<>();

  SteppedTransactions(Surroundings surroundings, InMemoryStore store) {
    this.surroundings = surroundings;
    this.store = store;
  }

  @Override
  public <T> T call(Supplier<T> work) {
    return store.isInTransaction() ? store.call(work) : outermost(work);
  }

  private <T> T outermost(Supplier<T> work) {
    long begun = surroundings.scheduler().now();
    List<Runnable> mine = new ArrayList<>();
    T answer = store.call(() -> beforeCommit(collecting(mine, work), begun));
    surroundings.scheduler().step(() -> "committed");
    fail(Trouble.COMMIT_ANSWER_LOST);
    mine.forEach(this::runAfterCommit);
    return answer;
  }

  private <T> T collecting(List<Runnable> mine, Supplier<T> work) {
    owed.set(mine);
    try {
      return work.get();
    } finally {
      owed.remove();
    }
  }

  @Override
  public void afterCommit(Runnable work) {
    List<Runnable> mine = owed.get();
    if (mine == null) {
      throw new IllegalStateException("outside a transaction");
    }
    mine.add(work);
  }

  // Anything but an outage is a bug, which the simulation is to see.
  private void runAfterCommit(Runnable work) {
    try {
      work.run();
    } catch (StoreUnavailable outage) {
      surroundings.scheduler().note("after the commit", outage::getMessage);
    }
  }

  // As the server ends a session in which nothing is said for long: it cannot commit then.
  private <T> T beforeCommit(T answer, long begun) {
    surroundings.scheduler().step(() -> "commit");
    if (surroundings.scheduler().now() - begun > LONGEST) {
      throw Steps.away("the transaction took too long");
    }
    fail(Trouble.COMMIT_LOST);
    return answer;
  }

  private void fail(Trouble trouble) {
    if (surroundings.strikes(trouble)) {
      throw Steps.away(trouble.name());
    }
  }
}
