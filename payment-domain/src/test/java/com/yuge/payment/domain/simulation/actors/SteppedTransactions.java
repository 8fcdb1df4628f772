package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.util.function.Supplier;

/** {@link Transactions} whose commit may fail, or succeed without the answer coming through. */
final class SteppedTransactions implements Transactions {
  private static final long LONGEST = Wiring.LONGEST_TRANSACTION.toNanos() / 1_000;

  private final Surroundings surroundings;
  private final InMemoryStore store;

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
    T answer = store.call(() -> beforeCommit(work.get(), begun));
    surroundings.scheduler().step(() -> "committed");
    fail(Trouble.COMMIT_ANSWER_LOST);
    return answer;
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
