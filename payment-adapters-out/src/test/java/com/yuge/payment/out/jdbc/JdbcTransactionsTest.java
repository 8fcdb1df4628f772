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
import java.time.Duration;
import org.junit.jupiter.api.Test;

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
    Transactions impatient = new JdbcTransactions(TestDatabase.pool(), SHORT);

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
  void aStatementIsEndedOnceTheTimeoutHasPassed() {
    long begun = System.nanoTime();

    assertThatThrownBy(
            () ->
                new JdbcTransactions(TestDatabase.pool(), SHORT)
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
