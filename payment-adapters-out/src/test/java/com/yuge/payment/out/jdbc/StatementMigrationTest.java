package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byHmac;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.StatementBook;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.out.jdbc.PreviousOrder.PaymentOutcome;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables for statements are made while the previous version takes payments. */
class StatementMigrationTest {
  private static final int INSTANCES = 4;

  /** Only a migration that hangs lets an instance come that far. */
  private static final int PAYMENTS_AT_MOST = 20_000;

  private final OwnDatabase database = OwnDatabase.create("migration_statements");
  private final HikariDataSource pool = database.pool();
  private final JdbcClient jdbc = JdbcClient.create(pool);
  private final CountedTransactions transactions =
      new CountedTransactions(TestDatabase.transactions(pool));
  private final PreviousVersion previous =
      new PreviousVersion(jdbc, transactions, InstantSource.fixed(NOW));
  private final ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);
  private final CountDownLatch underWay = new CountDownLatch(INSTANCES);
  private final AtomicBoolean migrated = new AtomicBoolean();

  @AfterEach
  void close() {
    instances.shutdownNow();
    pool.close();
  }

  @Test
  void theyWaitForNoPaymentAndNoPaymentForThem() throws InterruptedException {
    database.migrateTo("17");
    PayNo held = previous.create();
    List<Future<List<PayNo>>> ends =
        IntStream.range(0, INSTANCES)
            .mapToObj(i -> instances.submit(this::payUntilMigrated))
            .toList();
    assertThat(underWay.await(Race.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    try {
      transactions.run(
          () -> {
            PreviousOrder unused = new PreviousTables(jdbc).lock(held);
            database.migrateTo("18");
          });
    } finally {
      migrated.set(true);
    }

    List<PayNo> paid = ends.stream().map(Race::answerOf).flatMap(List::stream).toList();
    assertThat(transactions.repeats()).hasValue(0);
    assertThat(paid).hasSizeLessThan(INSTANCES * PAYMENTS_AT_MOST);
    assertThat(paidOrders()).isEqualTo(paid.size());
  }

  @Test
  void aStatementIsPlannedAndClaimedThen() {
    database.migrateTo("17");
    database.migrateTo("latest");
    JdbcStatements statements = new JdbcStatements(jdbc, transactions);

    statements.plan(StatementBook.key(StatementBook.DAY));

    assertThat(statements.claim(1, StatementBook.HOLD))
        .extracting(Statement::key)
        .containsExactly(StatementBook.key(StatementBook.DAY));
  }

  private List<PayNo> payUntilMigrated() {
    List<PayNo> paid = new ArrayList<>(List.of(pay()));
    underWay.countDown();
    while (!migrated.get() && paid.size() < PAYMENTS_AT_MOST) {
      paid.add(pay());
    }
    paid.add(pay());
    return paid;
  }

  private PayNo pay() {
    PayNo payNo = previous.create();
    previous.begin(payNo);
    assertThat(previous.hear(payNo, byHmac("T-" + payNo, PRICE))).isEqualTo(PaymentOutcome.Applied);
    return payNo;
  }

  private int paidOrders() {
    return jdbc.sql("SELECT COUNT(*) FROM t_pay_order WHERE status = 'SUCCESS'")
        .query(Integer.class)
        .single();
  }
}
