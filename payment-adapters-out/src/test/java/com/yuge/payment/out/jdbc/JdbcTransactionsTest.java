package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.contracts.TransactionsContract;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.shared.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class JdbcTransactionsTest extends TransactionsContract {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  /** The relay counts on it: what comes later may be published out of order. */
  @Test
  void nothingIsCommittedAfterTheTimeoutEvenIfTheDatabaseWouldNotMind() {
    PayOrder order = aPayOrder();
    Transactions impatient = new JdbcTransactions(TestDatabase.transactionPool(), SHORT);

    assertThatThrownBy(
            () ->
                impatient.run(
                    () -> {
                      PayOrder unused = orders().add(order);
                      await().pollDelay(SHORT.plusMillis(50)).until(() -> true);
                    }))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(orders().find(order.payNo())).isEmpty();
  }

  @Test
  void aStatementOnItsOwnIsKeptWithoutATransaction() {
    PayOrder order = aPayOrder();

    PayOrder stored = transactions().single(() -> orders().add(order));

    assertThat(orders().find(order.payNo())).contains(stored);
  }

  @Test
  void aStatementOnItsOwnThatLostARaceIsRunAgain() {
    AtomicInteger runs = new AtomicInteger();

    String answer =
        transactions()
            .single(
                () -> {
                  if (runs.incrementAndGet() < 3) {
                    throw lostRace();
                  }
                  return "done";
                });

    assertThat(answer).isEqualTo("done");
    assertThat(runs).hasValue(3);
  }

  @Test
  void whatIsOwedByARunThatLostARaceIsOwedOnce() {
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();

    transactions()
        .run(
            () -> {
              transactions().afterCommit(done::incrementAndGet);
              if (runs.incrementAndGet() < 3) {
                throw lostRace();
              }
            });

    assertThat(done).hasValue(1);
  }

  @Test
  void aRaceThatIsLostAfterTheCommitRunsNothingAgain() {
    AtomicInteger runs = new AtomicInteger();

    transactions()
        .run(
            () -> {
              runs.incrementAndGet();
              transactions()
                  .afterCommit(
                      () -> {
                        throw lostRace();
                      });
            });

    assertThat(runs).hasValue(1);
  }

  private static CannotAcquireLockException lostRace() {
    return new CannotAcquireLockException("test", new SQLException("deadlock", "40001", 1213));
  }

  @Test
  void aStatementOfATransactionIsLostWithIt() {
    PayOrder order = aPayOrder();
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          PayOrder unused = transactions().single(() -> orders().add(order));
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(orders().find(order.payNo())).isEmpty();
  }

  @Test
  void aStatementIsEndedOnceTheTimeoutHasPassed() {
    long begun = System.nanoTime();

    assertThatThrownBy(
            () ->
                new JdbcTransactions(TestDatabase.transactionPool(), SHORT)
                    .run(
                        () ->
                            TestDatabase.jdbc()
                                .sql("SELECT SLEEP(3) FROM t_outbox_control WHERE id = 1")
                                .query(Integer.class)
                                .single()))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
  }
}
