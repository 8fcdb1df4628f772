package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byHmac;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byMd5;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byQuery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.order.TimelineEntry;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.order.Timelines.TimelineRow;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the previous version wrote, as this version finds it after the migration. */
class MigrationTest {
  private static final OwnDatabase DATABASE = createdByThePreviousVersion();
  private static final HikariDataSource POOL = DATABASE.pool();
  private static final JdbcClient JDBC = JdbcClient.create(POOL);
  private static final Transactions TRANSACTIONS = TestDatabase.transactions(POOL);
  private static final AtomicInteger SECONDS = new AtomicInteger();
  private static final PreviousVersion PREVIOUS =
      new PreviousVersion(JDBC, TRANSACTIONS, MigrationTest::nextSecond);

  private static final PayNo PAID_BY_HMAC = paid(byHmac("hmac", PRICE));
  private static final PayNo PAID_BY_MD5 = paid(byMd5("md5"));
  private static final PayNo PAID_BY_QUERY = paid(byQuery("query", PRICE));
  private static final PayNo LATE_UNSAID = closed(byMd5("late-unsaid"));
  private static final PayNo LATE_SAID = closed(byHmac("late-said", PRICE));
  private static final PayNo LATE_BY_QUERY = failed("late", byQuery("late-query", PRICE));
  private static final PayNo LATE_AND_NOT_AUDITED = closed(byHmac("late-lost", PRICE));
  private static final PayNo PAID_TOO_LITTLE = paid(byHmac("too-little", ANOTHER_PRICE));
  private static final PayNo PAID_IN_DOLLARS = paid(byHmac("dollars", PRICE_IN_DOLLARS));
  private static final PayNo PAID_THRICE =
      paid(byHmac("first", PRICE), byMd5("second"), byHmac("third", PRICE));
  private static final PayNo MISMATCHED_FOUR_TIMES =
      paid(
          byHmac("mis-1", ANOTHER_PRICE),
          byHmac("mis-2", PRICE_IN_DOLLARS),
          byHmac("mis-2", PRICE_IN_DOLLARS),
          byQuery("mis-3", ANOTHER_PRICE),
          byQuery("right", PRICE),
          byMd5("mis-4"),
          byHmac("mis-4", PRICE));
  private static final PayNo FILLED_UP = paid(byHmac("same", ANOTHER_PRICE), byHmac("same", PRICE));
  private static final PayNo FAILED = failed("failed-trade");
  private static final PayNo CLOSED_AND_NOT_AUDITED = closed(byHmac("lost-1", ANOTHER_PRICE));
  private static final PayNo PAID_TWICE_AND_NOT_AUDITED =
      paid(byHmac("lost-2", PRICE), byHmac("lost-3", PRICE));

  private static final PayNo LATE_BY_A_LATER_ORDERS_TRADE = closed(byHmac("owned-1", PRICE));
  private static final PayNo MISMATCHED_BY_A_LATER_ORDERS_TRADE =
      paid(byHmac("owned-2", ANOTHER_PRICE));
  private static final PayNo SECOND_MISMATCH_BY_A_LATER_ORDERS_TRADE =
      paid(byHmac("mis-5", ANOTHER_PRICE), byHmac("owned-3", ANOTHER_PRICE));
  private static final PayNo FIRST_PAID_BY_A_SHARED_TRADE = paid(byHmac("shared", PRICE));
  private static final PayNo FIRST_MISMATCHED_BY_A_SHARED_TRADE =
      paid(byHmac("stray", ANOTHER_PRICE));

  static {
    FillerOrders.add(JDBC, 0, 1_200);
    leaveOutIds(3_000);
  }

  private static final PayNo OWNER_1 = paid(byHmac("owned-1", PRICE));
  private static final PayNo OWNER_2 = paid(byHmac("owned-2", PRICE));
  private static final PayNo OWNER_3 = paid(byHmac("owned-3", PRICE));
  private static final PayNo SECOND_PAID_BY_A_SHARED_TRADE = paid(byHmac("shared", PRICE));
  private static final PayNo LATE_BY_A_SHARED_TRADE = closed(byHmac("stray", PRICE));
  private static final PayNo LATE_BY_AN_EARLIER_ORDERS_TRADE = closed(byHmac("hmac", PRICE));
  private static final PayNo NAMED_IN_ANOTHER_CASE = paid(byHmac("HMAC", PRICE));

  private static Map<String, Object> before = Map.of();
  private static List<Map<String, Object>> beforeRepetition = List.of();

  private static OwnDatabase createdByThePreviousVersion() {
    OwnDatabase database = OwnDatabase.create("migration");
    database.migrateTo("4");
    return database;
  }

  @BeforeAll
  static void migrate() {
    trimAudit(LATE_AND_NOT_AUDITED, CLOSED_AND_NOT_AUDITED, PAID_TWICE_AND_NOT_AUDITED);
    before = openOrders();
    DATABASE.migrateTo("8");
    beforeRepetition = moneyRows();
    cutShort("8");
    DATABASE.forgetFailure();
    DATABASE.migrateTo("latest");
  }

  @AfterAll
  static void close() {
    POOL.close();
  }

  @Test
  void theTradeThatPaidAnOrderBecomesItsPaymentAsMuchAsTheChannelSaid() {
    assertThat(payments(PAID_BY_HMAC)).containsExactly("SETTLED hmac 99.99 CNY @2");
    assertThat(payments(PAID_BY_MD5)).containsExactly("SETTLED md5 unsaid @2");
    assertThat(payments(PAID_BY_QUERY)).containsExactly("SETTLED query 99.99 CNY @2");
  }

  @Test
  void anEventOfThePreviousVersionIsFoundByItsKey() {
    Timelines timelines = new JdbcTimelines(JDBC);

    assertThat(timelines.before(PAID_BY_HMAC, TimelineCursor.NEWEST, 10).events())
        .flatExtracting(TimelineRow::entries)
        .extracting(TimelineEntry::what)
        .containsExactly("PAYMENT_SUCCEEDED");
  }

  @Test
  void aLateSuccessBecomesAnOpenPaymentAsMuchAsTheChannelSaid() {
    assertThat(payments(LATE_SAID)).containsExactly("LATE late-said 99.99 CNY OPEN @3");
    assertThat(payments(LATE_UNSAID)).containsExactly("LATE late-unsaid unsaid OPEN @3");
    assertThat(payments(LATE_BY_QUERY)).containsExactly("LATE late-query 99.99 CNY OPEN @3");
  }

  @Test
  void aMismatchIsAnOpenPaymentOfWhatTheChannelSaid() {
    assertThat(payments(PAID_TOO_LITTLE)).containsExactly("MISMATCH too-little 0.01 CNY OPEN @2");
    assertThat(payments(PAID_IN_DOLLARS)).containsExactly("MISMATCH dollars 99.99 USD OPEN @2");
  }

  @Test
  void eachFurtherPaymentIsADuplicateThoughTheOrderHeldOnlyOne() {
    assertThat(payments(PAID_THRICE))
        .containsExactly(
            "SETTLED first 99.99 CNY @2",
            "DUPLICATE second unsaid OPEN @3",
            "DUPLICATE third 99.99 CNY OPEN @4");
  }

  @Test
  void eachMismatchIsOnePaymentHoweverOftenTheChannelSaidIt() {
    assertThat(payments(MISMATCHED_FOUR_TIMES))
        .containsExactly(
            "MISMATCH mis-1 0.01 CNY OPEN @2",
            "MISMATCH mis-2 99.99 USD OPEN @3",
            "MISMATCH mis-3 0.01 CNY OPEN @5",
            "SETTLED right 99.99 CNY @6",
            "DUPLICATE mis-4 99.99 CNY OPEN @8");
  }

  @Test
  void aTradeThatPaidAfterAllIsNoMismatchOfItsOrder() {
    assertThat(payments(FILLED_UP)).containsExactly("SETTLED same 99.99 CNY @3");
    assertThat(claims("same")).isEmpty();
  }

  @Test
  void aFailedTradeIsNoPayment() {
    assertThat(payments(FAILED)).isEmpty();
  }

  @Test
  void whatTheAuditNoLongerTellsIsTakenFromTheOrderButNoAmountThatMayNeverHaveBeenSaid() {
    assertThat(payments(LATE_AND_NOT_AUDITED)).containsExactly("LATE late-lost unsaid OPEN @3");
    assertThat(payments(CLOSED_AND_NOT_AUDITED))
        .containsExactly("MISMATCH lost-1 0.01 CNY OPEN @3");
    assertThat(payments(PAID_TWICE_AND_NOT_AUDITED))
        .containsExactly("SETTLED lost-2 99.99 CNY @2", "DUPLICATE lost-3 unsaid OPEN @3");
  }

  @Test
  void theOrderThatATradePaidHasItWhicheverCameFirst() {
    assertThat(payments(OWNER_1)).containsExactly("SETTLED owned-1 99.99 CNY @2");
    assertThat(payments(OWNER_2)).containsExactly("SETTLED owned-2 99.99 CNY @2");
    assertThat(payments(OWNER_3)).containsExactly("SETTLED owned-3 99.99 CNY @2");
    assertThat(payments(PAID_BY_HMAC)).containsExactly("SETTLED hmac 99.99 CNY @2");
  }

  @Test
  void theOthersClaimIt() {
    assertThat(payments(LATE_BY_A_LATER_ORDERS_TRADE)).isEmpty();
    assertThat(claims("owned-1")).containsExactly(LATE_BY_A_LATER_ORDERS_TRADE + " 99.99 CNY @3");
    assertThat(payments(MISMATCHED_BY_A_LATER_ORDERS_TRADE)).isEmpty();
    assertThat(claims("owned-2"))
        .containsExactly(MISMATCHED_BY_A_LATER_ORDERS_TRADE + " 0.01 CNY @2");
    assertThat(payments(LATE_BY_AN_EARLIER_ORDERS_TRADE)).isEmpty();
    assertThat(claims("hmac")).containsExactly(LATE_BY_AN_EARLIER_ORDERS_TRADE + " 99.99 CNY @3");
  }

  @Test
  void aMismatchThatOnlyTheAuditTellsOfIsAClaimToo() {
    assertThat(payments(SECOND_MISMATCH_BY_A_LATER_ORDERS_TRADE))
        .containsExactly("MISMATCH mis-5 0.01 CNY OPEN @2");
    assertThat(claims("owned-3"))
        .containsExactly(SECOND_MISMATCH_BY_A_LATER_ORDERS_TRADE + " 0.01 CNY @3");
  }

  @Test
  void ofTwoOrdersThatOneTradePaidTheFirstHasIt() {
    assertThat(payments(FIRST_PAID_BY_A_SHARED_TRADE))
        .containsExactly("SETTLED shared 99.99 CNY @2");
    assertThat(payments(SECOND_PAID_BY_A_SHARED_TRADE)).isEmpty();
    assertThat(claims("shared")).containsExactly(SECOND_PAID_BY_A_SHARED_TRADE + " 99.99 CNY @2");
  }

  @Test
  void theOrderThatATradeWasLateForHasItBeforeOneThatItDoesNotFit() {
    assertThat(payments(LATE_BY_A_SHARED_TRADE)).containsExactly("LATE stray 99.99 CNY OPEN @3");
    assertThat(claims("stray"))
        .containsExactly(FIRST_MISMATCHED_BY_A_SHARED_TRADE + " 0.01 CNY @2");
  }

  @Test
  void tradesAreToldApartByCase() {
    assertThat(payments(NAMED_IN_ANOTHER_CASE)).containsExactly("SETTLED HMAC 99.99 CNY @2");
    assertThat(claims("HMAC")).isEmpty();
  }

  @Test
  void everyOrderInEveryChunkIsTakenOver() {
    assertThat(count("t_pay_order WHERE id > 3000")).isEqualTo(7);
    assertThat(count("t_pay_trade WHERE trade_no LIKE 'FILLER-%'")).isEqualTo(300);
  }

  @Test
  void ordersThatHaveEndedAreDueNoMoreAndEndedWhenTheyLastChanged() {
    assertThat(count("t_pay_order WHERE status NOT IN ('INIT', 'PAYING')")).isGreaterThan(600);
    assertThat(
            count(
                """
                t_pay_order WHERE status NOT IN ('INIT', 'PAYING')
                AND (next_check_at IS NOT NULL OR ended_at IS NULL OR ended_at <> updated_at)
                """))
        .isZero();
  }

  @Test
  void openOrdersStayAsTheyAre() {
    assertThat(before).containsKey(PAID_TOO_LITTLE.value()).hasSize(600 + 5);
    assertThat(openOrders()).isEqualTo(before);
    assertThat(count("t_pay_order WHERE status IN ('INIT', 'PAYING') AND ended_at IS NOT NULL"))
        .isZero();
  }

  @Test
  void whatIsTakenOverAgainStaysAsItIs() {
    List<Map<String, Object>> first = moneyRows();

    DATABASE.adoptAllPayTrades();
    DATABASE.migrateTo("latest");

    assertThat(moneyRows()).isEqualTo(first).hasSizeGreaterThan(320);
  }

  @Test
  void aMigrationThatWasCutShortIsRunAgain() {
    assertThat(moneyRows()).isEqualTo(beforeRepetition);
  }

  private static void cutShort(String version) {
    int rows =
        JDBC.sql("UPDATE flyway_schema_history SET success = 0 WHERE version = ?")
            .param(version)
            .update();
    assertThat(rows).isOne();
  }

  /** A database may have been migrated by it before V8 was released. */
  @Test
  void theFirstTextOfV8CountsAsItsLast() {
    int last = changeChecksum(-884133082);

    DATABASE.migrateTo("latest");

    assertThat(checksum()).isEqualTo(last);
  }

  @Test
  void anyOtherTextIsRefused() {
    int last = changeChecksum(17);
    try {
      assertThatThrownBy(() -> DATABASE.migrateTo("latest"))
          .hasMessageContaining("checksum mismatch for migration version 8");
    } finally {
      changeChecksum(last);
    }
  }

  private static int changeChecksum(int checksum) {
    int before = checksum();
    int rows =
        JDBC.sql("UPDATE flyway_schema_history SET checksum = ? WHERE version = '8'")
            .param(checksum)
            .update();
    assertThat(rows).isOne();
    return before;
  }

  private static int checksum() {
    return JDBC.sql("SELECT checksum FROM flyway_schema_history WHERE version = '8'")
        .query(Integer.class)
        .single();
  }

  @Test
  void whatThePreviousVersionLoggedWasNeverRepeated() {
    assertThat(count("t_pay_callback_log WHERE repeats <> 0")).isZero();
    assertThat(count("t_pay_callback_log")).isPositive();
  }

  private static Instant nextSecond() {
    return PayOrderBook.NOW.plusSeconds(SECONDS.getAndIncrement());
  }

  /** A payment's time is in seconds since its order was created. */
  private static PayNo paying() {
    PayNo payNo = PREVIOUS.create();
    PREVIOUS.begin(payNo);
    return payNo;
  }

  private static PayNo paid(PreviousVersion.Result... results) {
    return told(paying(), results);
  }

  private static PayNo closed(PreviousVersion.Result... results) {
    PayNo payNo = paying();
    PREVIOUS.close(payNo);
    return told(payNo, results);
  }

  private static PayNo failed(String tradeNo, PreviousVersion.Result... results) {
    PayNo payNo = paying();
    PREVIOUS.fail(payNo, tradeNo);
    return told(payNo, results);
  }

  private static PayNo told(PayNo payNo, PreviousVersion.Result... results) {
    Stream.of(results).forEach(result -> PREVIOUS.hear(payNo, result));
    return payNo;
  }

  private static void leaveOutIds(int ids) {
    long next = JDBC.sql("SELECT MAX(id) FROM t_pay_order").query(Long.class).single() + ids + 1;
    int unused = JDBC.sql("ALTER TABLE t_pay_order AUTO_INCREMENT = " + next).update();
  }

  private static void trimAudit(PayNo... payNos) {
    for (PayNo payNo : payNos) {
      int unused =
          JDBC.sql("DELETE FROM t_pay_reconcile_audit WHERE pay_no = ?")
              .param(payNo.value())
              .update();
    }
  }

  private static List<String> payments(PayNo payNo) {
    return new JdbcPaidTrades(JDBC, TRANSACTIONS)
        .of(payNo).stream()
            .sorted((a, b) -> a.receivedAt().compareTo(b.receivedAt()))
            .map(MigrationTest::told)
            .toList();
  }

  private static String told(PaidTrade trade) {
    String state = trade.state() == null ? "" : " " + trade.state();
    return trade.kind()
        + " "
        + trade.tradeNo()
        + " "
        + said(trade.amount())
        + state
        + since(trade.payNo(), trade.receivedAt());
  }

  private static List<String> claims(String tradeNo) {
    return new JdbcPaidTrades(JDBC, TRANSACTIONS)
        .claims(TestChannels.MOCK, new TradeNo(tradeNo), 10).stream()
            .map(MigrationTest::told)
            .toList();
  }

  private static String told(TradeClaim claim) {
    return claim.payNo() + " " + said(claim.amount()) + since(claim.payNo(), claim.receivedAt());
  }

  private static String said(@Nullable Money amount) {
    return amount == null ? "unsaid" : amount.toString();
  }

  private static String since(PayNo payNo, Instant receivedAt) {
    Instant created = new JdbcPayOrders(JDBC).find(payNo).orElseThrow().createdAt();
    return " @" + Duration.between(created, receivedAt).toSeconds();
  }

  private static Map<String, Object> openOrders() {
    Map<String, Object> open = new HashMap<>();
    JDBC.sql(
            """
            SELECT pay_no, next_check_at, status, version, updated_at, mismatch_trade_no
            FROM t_pay_order WHERE status IN ('INIT', 'PAYING')
            """)
        .query()
        .listOfRows()
        .forEach(row -> open.put(String.valueOf(row.get("pay_no")), row));
    return open;
  }

  // The columns that there are before and after the last migration.
  private static List<Map<String, Object>> moneyRows() {
    return Stream.of(
            """
            SELECT id, channel, trade_no, pay_no, kind, amount, currency, state, paid_at,
              received_at, resolved_by, resolved_reason, resolved_at, refund_held
            FROM t_pay_trade ORDER BY id
            """,
            "SELECT * FROM t_pay_trade_claim ORDER BY id",
            """
            SELECT id, pay_no, order_no, amount, currency, status, channel, channel_trade_no,
              pay_url, paid_at, expire_at, next_check_at, ended_at, version, created_at, updated_at
            FROM t_pay_order ORDER BY id
            """)
        .flatMap(rows -> JDBC.sql(rows).query().listOfRows().stream())
        .toList();
  }

  private static int count(String from) {
    return JDBC.sql("SELECT COUNT(*) FROM " + from).query(Integer.class).single();
  }
}
