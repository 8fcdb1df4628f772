package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byHmac;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byMd5;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.jdbc.PreviousLoad.Heard;
import com.yuge.payment.out.jdbc.PreviousOrder.PaymentOutcome;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A rolling upgrade: the previous version goes on during the migration, and then beside this one.
 */
class MigrationUnderLoadTest {
  private static final int FILLERS = 10_000;
  private static final int INSTANCES = 4;
  private static final int ORDERS = 15;

  /** Only a migration that hangs lets a thread come that far. */
  private static final int ORDERS_AT_MOST = 20_000;

  private final OwnDatabase database = OwnDatabase.create("migration_load");
  private final HikariDataSource pool = database.pool();
  private final JdbcClient jdbc = JdbcClient.create(pool);
  private final CountedTransactions transactions =
      new CountedTransactions(TestDatabase.transactions(pool));
  private final PreviousVersion previous =
      new PreviousVersion(jdbc, transactions, InstantSource.fixed(NOW));
  private final JdbcPayments payments =
      new JdbcPayments(jdbc, transactions, (partition, row) -> {});
  private final ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);

  private final CountDownLatch underWay = new CountDownLatch(INSTANCES);
  private final AtomicBoolean migrated = new AtomicBoolean();

  @AfterEach
  void close() {
    instances.shutdownNow();
    pool.close();
  }

  @Test
  void thePreviousVersionNoticesNothingAndAllItsMoneyIsFound() throws InterruptedException {
    database.migrateTo("4");
    FillerOrders.add(jdbc, 0, FILLERS);
    List<PreviousLoad> loads = loads();
    List<Future<Boolean>> ends =
        loads.stream().map(load -> instances.submit(() -> liveOnThrough(load))).toList();

    assertThat(underWay.await(Race.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    try {
      database.migrateTo("8");
      assertThat(transactions.repeats()).hasValue(0);
      database.migrateTo("latest");
    } finally {
      migrated.set(true);
    }

    assertThat(ends).allSatisfy(end -> assertThat(Race.answerOf(end)).isTrue());
    // V9 closes the callback log once, V10 twice. A transaction that has read the log and not yet
    // written it then loses the deadlock, and is run again. V12 closes the log of events, too, but
    // these transactions only write there.
    assertThat(transactions.repeats()).hasValueLessThanOrEqualTo(3 * INSTANCES);
    List<Heard> lockedAgain = loads.get(0).book();
    assertThat(MigratedMoney.read(jdbc).missingOf(lockedAgain)).isNotEmpty();
    lockedAgain.forEach(heard -> lock(heard.payNo()));
    assertThat(MigratedMoney.read(jdbc).missingOf(lockedAgain)).isEmpty();
    database.adoptAllPayTrades();
    MigratedMoney money = MigratedMoney.read(jdbc);
    assertThat(loads).allSatisfy(load -> assertThat(money.missingOf(load.book())).isEmpty());
  }

  private List<PreviousLoad> loads() {
    AtomicReference<String> lastTrade = new AtomicReference<>("T-shared");
    return IntStream.range(0, INSTANCES)
        .mapToObj(seed -> new PreviousLoad(previous, lastTrade, FILLERS, seed))
        .toList();
  }

  private boolean liveOnThrough(PreviousLoad load) {
    load.live(ORDERS);
    underWay.countDown();
    int during = 0;
    while (!migrated.get() && during < ORDERS_AT_MOST) {
      load.live();
      during++;
    }
    load.live(ORDERS);
    return during < ORDERS_AT_MOST;
  }

  @Test
  void bothVersionsHearOfTheSameOrdersAndNoMoneyIsMissing() {
    database.migrateTo("latest");
    List<PayNo> orders = IntStream.range(0, 3 * ORDERS).mapToObj(i -> order(i)).toList();
    AtomicInteger runner = new AtomicInteger();

    Race<List<Said>> race = Race.of(INSTANCES, () -> hearOfAll(orders, runner.getAndIncrement()));

    assertThat(race.failures()).isEmpty();
    assertThat(transactions.repeats()).hasValue(0);
    orders.forEach(this::lock);
    MigratedMoney money = MigratedMoney.read(jdbc);
    List<Said> said = race.answers().stream().flatMap(List::stream).toList();
    assertThat(said).hasSize(INSTANCES * 3 * orders.size());
    assertThat(said).allMatch(one -> money.has(one.tradeNo(), one.payNo()));
    assertThat(ordersPaidOtherwiseThanOnce()).isZero();
  }

  /** A repeat is a repeat, whichever version heard the first, and whether it says the amount. */
  @Test
  void thePreviousVersionKnowsWhatThisOneHasHeard() {
    database.migrateTo("latest");
    PayNo closed = order(0);
    PayNo open = order(1);
    hearNow(new Said(closed, "LATE"));
    hearNow(new Said(closed, "SECOND"));
    ChannelResult tooLittle =
        new ChannelResult(open, Status.SUCCESS, new TradeNo("PART"), ANOTHER_PRICE, null);
    assertThat(payments.apply.handle(tooLittle, Action.NOTIFY)).isPresent();

    assertThat(previous.hear(closed, byMd5("LATE"))).isEqualTo(PaymentOutcome.Duplicate);
    assertThat(previous.hear(closed, byMd5("SECOND"))).isEqualTo(PaymentOutcome.Duplicate);
    assertThat(previous.hear(open, byMd5("PART"))).isEqualTo(PaymentOutcome.Duplicate);
  }

  private PayNo order(int number) {
    PayNo payNo = previous.create();
    previous.begin(payNo);
    if (number % 2 == 0) {
      previous.close(payNo);
    }
    return payNo;
  }

  private record Said(PayNo payNo, String tradeNo) {}

  // One half by the previous version, the other by this one, each in an order of its own.
  private List<Said> hearOfAll(List<PayNo> orders, int runner) {
    List<PayNo> shuffled = new ArrayList<>(orders);
    Collections.shuffle(shuffled, new Random(runner));
    List<Said> said = new ArrayList<>();
    for (PayNo payNo : shuffled) {
      said.add(new Said(payNo, "A-" + payNo));
      said.add(new Said(payNo, "B" + runner + "-" + payNo));
      said.add(new Said(payNo, "C-" + orders.indexOf(payNo) / 2));
    }
    said.forEach(runner % 2 == 0 ? this::hearBefore : this::hearNow);
    return said;
  }

  private void hearBefore(Said said) {
    var unused = previous.hear(said.payNo(), byHmac(said.tradeNo(), PRICE));
  }

  private void hearNow(Said said) {
    TradeNo tradeNo = new TradeNo(said.tradeNo());
    ChannelResult result = new ChannelResult(said.payNo(), Status.SUCCESS, tradeNo, PRICE, null);
    assertThat(payments.apply.handle(result, Action.NOTIFY)).isPresent();
  }

  private void lock(PayNo payNo) {
    assertThat(transactions.call(() -> payments.orders.lock(payNo))).isPresent();
  }

  private int ordersPaidOtherwiseThanOnce() {
    return jdbc.sql(
            """
            SELECT COUNT(*) FROM t_pay_order o
            WHERE o.status = 'SUCCESS' AND 1 <> (
              SELECT COUNT(*) FROM t_pay_trade t
              WHERE t.pay_no = o.pay_no AND t.kind = 'SETTLED' AND t.trade_no = o.channel_trade_no)
            """)
        .query(Integer.class)
        .single();
  }
}
