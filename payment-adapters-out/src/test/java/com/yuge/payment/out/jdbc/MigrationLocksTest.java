package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byHmac;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.jdbc.PreviousOrder.PaymentOutcome;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migration that has to wait makes no payment wait for longer than payments wait. */
class MigrationLocksTest {
  private final OwnDatabase database = OwnDatabase.create("migration_locks");
  private final HikariDataSource pool = database.pool();
  private final JdbcClient jdbc = JdbcClient.create(pool);
  private final Transactions transactions = TestDatabase.transactions(pool);
  private final PreviousVersion previous =
      new PreviousVersion(jdbc, transactions, InstantSource.fixed(NOW));
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    other.shutdownNow();
    pool.close();
  }

  @Test
  void anOrderThatIsHeldLongIsWaitedForWhileTheOthersArePaid() {
    database.migrateTo("7");
    PayNo first = closed();
    PayNo held = closed();

    Future<Boolean> migration =
        transactions.call(
            () -> {
              PreviousOrder unused = new PreviousTables(jdbc).lock(held);
              Future<Boolean> begun = other.submit(() -> migrated("latest"));
              LockWaits.awaitAny();
              assertThat(lateOnAnotherConnection(first)).isEqualTo(PaymentOutcome.LateSuccess);
              return begun;
            });

    assertThat(Race.answerOf(migration)).isTrue();
    assertThat(restingOrders()).isEqualTo(2);
  }

  @Test
  void columnsThatWouldWaitForALongTransactionGiveWayAndAreAddedLater() {
    database.migrateTo("5");
    PayNo payNo = closed();

    transactions.run(
        () -> {
          PreviousOrder unused = new PreviousTables(jdbc).lock(payNo);
          assertThatThrownBy(() -> database.migrateTo("6"))
              .isInstanceOf(FlywayException.class)
              .hasMessageContaining("Lock wait timeout");
        });

    assertThat(previous.hear(payNo, byHmac("late", PRICE))).isEqualTo(PaymentOutcome.LateSuccess);
    database.forgetFailure();
    database.migrateTo("latest");
    assertThat(restingOrders()).isOne();
  }

  @Test
  void anIndexThatWouldWaitForALongTransactionGivesWayAndIsAddedLater() {
    database.migrateTo("11");
    PayNo payNo = previous.create();

    transactions.run(
        () -> {
          previous.close(payNo);
          assertThatThrownBy(() -> database.migrateTo("12"))
              .isInstanceOf(FlywayException.class)
              .hasMessageContaining("Lock wait timeout");
        });

    database.forgetFailure();
    database.migrateTo("12");
    assertThat(eventsFoundByKey(payNo)).isOne();
  }

  private PayNo closed() {
    PayNo payNo = previous.create();
    previous.close(payNo);
    return payNo;
  }

  private boolean migrated(String version) {
    database.migrateTo(version);
    return true;
  }

  private PaymentOutcome lateOnAnotherConnection(PayNo payNo) {
    ExecutorService another = Executors.newSingleThreadExecutor();
    try {
      return Race.answerOf(another.submit(() -> previous.hear(payNo, byHmac("late", PRICE))));
    } finally {
      another.shutdownNow();
    }
  }

  private int eventsFoundByKey(PayNo payNo) {
    return jdbc.sql(
            """
            SELECT COUNT(*) FROM t_outbox_event FORCE INDEX (idx_outbox_event_aggregate_key)
            WHERE aggregate_key = ?
            """)
        .param(payNo.value())
        .query(Integer.class)
        .single();
  }

  private int restingOrders() {
    return jdbc.sql(
            "SELECT COUNT(*) FROM t_pay_order WHERE next_check_at IS NULL AND ended_at IS NOT NULL")
        .query(Integer.class)
        .single();
  }
}
