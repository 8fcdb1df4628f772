package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.shared.TradeNo;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of refunds are added while the version before them takes payments. It writes payments
 * by the same statements as this version.
 */
class RefundMigrationTest {
  private static final int INSTANCES = 4;

  /** Only a migration that hangs lets an instance come that far. */
  private static final int PAYMENTS_AT_MOST = 20_000;

  private final OwnDatabase database = OwnDatabase.create("migration_refunds");
  private final HikariDataSource pool = database.pool();
  private final JdbcClient jdbc = JdbcClient.create(pool);
  private final CountedTransactions transactions =
      new CountedTransactions(TestDatabase.transactions(pool));
  private final PreviousTables orders = new PreviousTables(jdbc);
  private final JdbcPaidTrades trades = new JdbcPaidTrades(jdbc, transactions);
  private final ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);
  private final CountDownLatch underWay = new CountDownLatch(INSTANCES);
  private final AtomicBoolean migrated = new AtomicBoolean();

  @AfterEach
  void close() {
    instances.shutdownNow();
    pool.close();
  }

  @Test
  void paymentsGoOnMeanwhileAndEachCanBeGivenBackThen() throws InterruptedException {
    database.migrateTo("12");
    List<Future<List<PaidTrade>>> ends =
        IntStream.range(0, INSTANCES)
            .mapToObj(i -> instances.submit(this::payUntilMigrated))
            .toList();

    assertThat(underWay.await(Race.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    try {
      database.migrateTo("latest");
    } finally {
      migrated.set(true);
    }

    List<PaidTrade> paid = ends.stream().map(Race::answerOf).flatMap(List::stream).toList();
    // V14 closes the payments briefly, as it begins and as it ends. A transaction that has read
    // them
    // as it locked its order, and has not yet written them, then loses the deadlock and is run
    // again.
    assertThat(transactions.repeats()).hasValueLessThanOrEqualTo(2 * INSTANCES);
    assertThat(paid)
        .hasSizeLessThan(INSTANCES * PAYMENTS_AT_MOST)
        .allSatisfy(payment -> assertThat(stored(payment).stored(0)).isEqualTo(payment));
    hold(stored(paid.get(0)));
    assertThat(stored(paid.get(0)).refundable()).isZero();
  }

  @Test
  void aColumnThatWouldWaitForALongTransactionGivesWayAndIsAddedLater() {
    database.migrateTo("13");

    PaidTrade held =
        transactions.call(
            () -> {
              PaidTrade paid = pay();
              assertThatThrownBy(() -> database.migrateTo("14"))
                  .isInstanceOf(FlywayException.class)
                  .hasMessageContaining("Lock wait timeout");
              return paid;
            });

    database.forgetFailure();
    database.migrateTo("latest");
    hold(stored(held));
    assertThat(stored(held).refunds().held()).isEqualByComparingTo(PRICE.amount());
  }

  private List<PaidTrade> payUntilMigrated() {
    List<PaidTrade> paid = new ArrayList<>(List.of(transactions.call(this::pay)));
    underWay.countDown();
    while (!migrated.get() && paid.size() < PAYMENTS_AT_MOST) {
      paid.add(transactions.call(this::pay));
    }
    paid.add(transactions.call(this::pay));
    return paid;
  }

  private PaidTrade pay() {
    PayOrder order = aPayOrder();
    orders.insert(
        order.payNo(), order.orderNo(), order.amount(), order.createdAt(), order.expireAt());
    assertThat(orders.lock(order.payNo()).payNo()).isEqualTo(order.payNo());
    PaidTrade payment =
        new PaidTrade(
            0,
            order.channel(),
            new TradeNo(aNonce()),
            order.payNo(),
            Kind.SETTLED,
            PRICE,
            null,
            LATER,
            null,
            null,
            RefundTotals.NONE);
    assertThat(trades.add(payment)).isTrue();
    return payment;
  }

  private void hold(PaidTrade payment) {
    transactions.run(() -> trades.replaceRefunds(payment, payment.hold(PRICE)));
  }

  private PaidTrade stored(PaidTrade payment) {
    return trades.find(payment.channel(), payment.tradeNo()).orElseThrow();
  }
}
