package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.LimitsContract;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.limit.Limit;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.limit.Limits;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JdbcLimitsTest extends LimitsContract {
  @Override
  protected Limits limits() {
    return new JdbcLimits(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  /** Also for a subject without a row: then both have the row of each. */
  @Test
  void aChangeWaitsForWhoHoldsTheLimit() throws Exception {
    LimitSubject user = new LimitSubject(LimitScope.USER, aNonce());
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<List<Limit>> holder =
          threads.submit(
              () ->
                  transactions()
                      .call(
                          () -> {
                            List<Limit> limits = limits().hold(List.of(user));
                            held.countDown();
                            await(go);
                            return limits;
                          }));
      await(held);
      Future<?> change =
          threads.submit(
              () ->
                  transactions()
                      .run(
                          () -> {
                            assertThat(limits().lock(user)).isEmpty();
                            limits().put(new Limit(user, yuan("1.00"), null, 1, 1));
                          }));
      LockWaits.await("t_limit");
      assertThat(change).isNotDone();
      go.countDown();
      assertThat(Race.answerOf(holder)).isEmpty();
      assertThat(Race.answerOf(change)).isNull();
      assertThat(limits().of(List.of(user))).hasSize(1);
    } finally {
      go.countDown();
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(Race.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
