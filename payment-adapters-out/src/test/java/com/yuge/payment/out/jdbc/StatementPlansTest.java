package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.order.Timelines.Records;
import com.yuge.payment.domain.order.Timelines.TimelineRow;
import com.yuge.payment.domain.outbox.relay.HeldLease;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.retention.AgedRecords;
import com.yuge.payment.domain.retention.AgedRecords.Kind;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is run for every request or poll finds its rows by key, however many there are. */
class StatementPlansTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final List<Integer> ALL = range(0, 16).boxed().toList();

  private final ExplainingDataSource database = new ExplainingDataSource(TestDatabase.pool());
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Transactions transactions = TestDatabase.transactions(database);
  private final JdbcPayOrders orders = new JdbcPayOrders(jdbc);
  private final PendingEvents pending = JdbcPendingEvents.pending(jdbc, transactions);
  private final JdbcPartitionLeases leases = new JdbcPartitionLeases(jdbc, transactions);

  @BeforeAll
  static void fill() {
    ManyRows.add();
  }

  @AfterAll
  static void empty() {
    ManyRows.remove();
  }

  @BeforeEach
  void free() {
    OutboxTables.freePartitions();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 200})
  void theHeadsOfAllPartitions(int limit) {
    List<Plan> plans = database.plansOf(() -> assertThat(pending.heads(ALL, limit)).isNotEmpty());

    assertByKey(plans, "p", "b", "e");
  }

  /** A scan would wait for every payment that is about to append; see JdbcPendingEvents. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50, 200})
  void strikingOff(int count) {
    Lease lease = renewed().get(0);
    List<PendingEvent> heads = pending.heads(List.of(lease.partition()), count);
    List<Long> rowIds = heads.stream().map(PendingEvent::rowId).toList();

    // Rolled back, so that the next case finds as many.
    List<Plan> plans =
        database.plansOf(() -> undone(() -> assertThat(pending.ack("a", lease, rowIds)).isTrue()));

    assertByKey(plans, "o", "p");
    assertThat(plans.get(0).ofBigTables())
        .extracting(Plan.Access::type)
        .allMatch(Set.of("const", "eq_ref")::contains);
  }

  @Test
  void leasesTouchNothingButThePartitions() {
    List<Plan> plans =
        database.plansOf(
            () -> {
              assertThat(leases.renew("a", LONG).held()).hasSize(16);
              leases.release("a", ALL);
            });

    assertThat(plans)
        .hasSizeGreaterThan(4)
        .flatExtracting(Plan::ofBigTables)
        .extracting(Plan.Access::table)
        .containsOnly("t_outbox_instance", "t_outbox_control", "t_outbox_replay");
    assertThat(plans).noneMatch(plan -> plan.accesses().isEmpty());
  }

  /** A scan would wait for a partition that an acknowledgement holds while it waits for another. */
  @Test
  void writingLeasesLocksTheirOwnPartitionsOnly() {
    List<Plan> plans = database.plansOf(() -> assertThat(renewed()).hasSize(16));

    assertThat(plans)
        .filteredOn(plan -> plan.sql().strip().startsWith("UPDATE t_outbox_partition"))
        .hasSize(1)
        .flatExtracting(Plan::accesses)
        .allMatch(Plan.Access::isByKey);
  }

  /** What it locks is found first, and what it cannot lock is skipped. */
  @Test
  void renewingLeasesWritesTheirOwnPartitionsByTheirKey() {
    List<Plan> plans =
        database.plansOf(
            () -> {
              assertThat(renewed()).hasSize(16);
              assertThat(renewed()).hasSize(16);
            });

    assertThat(plans)
        .filteredOn(plan -> plan.sql().strip().startsWith("UPDATE t_outbox_instance"))
        .last()
        .extracting(Plan::accesses, list(Plan.Access.class))
        .filteredOn(access -> "t_outbox_partition".equals(access.table()))
        .extracting(Plan.Access::type)
        .contains("eq_ref");
  }

  @Test
  void passingTheFenceLocksTheirOwnPartitionsOnly() {
    Set<Lease> held = Set.copyOf(renewed());

    List<Plan> plans =
        database.plansOf(
            () -> undone(() -> assertThat(new Fence(jdbc).held("a", held)).isEqualTo(held)));

    assertThat(plans).hasSize(1).flatExtracting(Plan::accesses).allMatch(Plan.Access::isByKey);
  }

  private List<Lease> renewed() {
    return leases.renew("a", LONG).held().stream().map(HeldLease::lease).toList();
  }

  @Test
  void findingAndLockingAPayOrder() {
    PayOrder order = added();

    assertByKey(database.plansOf(() -> orders.find(order.payNo())), "o");
    assertByKey(database.plansOf(() -> orders.find(order.orderNo())), "o");
    assertByKey(database.plansOf(() -> undone(() -> orders.lock(order.payNo()))), "o", "a");
  }

  @Test
  void everyGuardedWriteOfAPayOrder() {
    PayOrder order = added();
    PayOrder mismatched = applied(paying(order), success(order, "T1", ANOTHER_PRICE));
    PayOrder ended = closed(mismatched);

    assertByKey(written(() -> orders.advance(paying(order))), "t_pay_order");
    assertByKey(written(() -> orders.raiseVersion(mismatched)), "t_pay_order");
    assertByKey(written(() -> orders.advance(ended)), "t_pay_order");
  }

  /**
   * However many have ended: a search for each status, and one more for each that has used up its
   * own places; a write of what each of them found.
   */
  @Test
  void takingWhatIsDue() {
    JdbcDueOrdersTest.postponeAll();
    range(0, 3).forEach(i -> added());
    range(0, 3).forEach(i -> transactions.run(() -> orders.advance(paying(added()))));
    JdbcDueOrders due = new JdbcDueOrders(jdbc, transactions);
    List<PayStatus> places = new ArrayList<>(DueOrders.FIRST_TO_LAST);
    places.addAll(DueOrders.FIRST_TO_LAST);

    List<Plan> plans =
        database.plansOf(() -> undone(() -> assertThat(due.claim(places, LONG)).hasSize(6)));

    List<Plan> searches = plans.stream().filter(plan -> plan.sql().startsWith("SELECT")).toList();
    List<Plan> updates = plans.stream().filter(plan -> plan.sql().startsWith("UPDATE")).toList();
    assertThat(plans).hasSize(searches.size() + updates.size());
    assertThat(searches).hasSize(7);
    assertThat(updates).hasSize(4);
    searches.forEach(search -> assertByKey(List.of(search), "t_pay_order"));
    updates.forEach(hold -> assertByKey(List.of(hold), "r"));
  }

  @Test
  void reportingWhatNeedsAPerson() {
    JdbcMoneyReports reports = new JdbcMoneyReports(jdbc);
    PayOrder last = added();
    Instant end = last.expireAt().plusSeconds(1);

    assertByKey(
        database.plansOf(() -> assertThat(reports.unapplied(State.OPEN, 0, 100)).isNotNull()),
        "t_pay_trade");
    List<Plan> overdue =
        database.plansOf(() -> assertThat(reports.overdue(end, last.payNo(), 100)).isNotNull());
    assertThat(overdue).hasSize(2);
    assertByKey(overdue.subList(0, 1), "t_pay_order");
    assertByKey(overdue.subList(1, 2), "o");
    List<Plan> counts = database.plansOf(() -> assertThat(reports.state(end, 100)).isNotNull());
    assertThat(counts).hasSize(3);
    assertByKey(counts.subList(0, 1), "t_pay_trade");
    assertThat(counts.get(1).ofBigTables()) // Of the claims, the index is read up to the limit.
        .filteredOn(access -> "t_pay_order".equals(access.table()))
        .hasSize(2)
        .allMatch(Plan.Access::isByKey);
    assertByKey(counts.subList(2, 3), "t_pay_order");
  }

  @Test
  void schedulingTheNextCheck() {
    PayOrder order = added();
    JdbcDueOrders due = new JdbcDueOrders(jdbc, transactions);

    assertByKey(written(() -> due.scheduleCheck(order, LONG)), "t_pay_order");
  }

  private PayOrder added() {
    return transactions.call(() -> orders.add(aPayOrder()));
  }

  @Test
  void countingARepeatOfACallback() {
    CallbackId known = new CallbackId("0".repeat(30) + "17");
    JdbcCallbackLog log = new JdbcCallbackLog(jdbc);

    List<Plan> plans =
        written(() -> assertThat(log.countRepeat(TestChannels.MOCK, known)).isPositive());

    assertThat(plans).hasSize(3);
    plans.forEach(plan -> assertByKey(List.of(plan), "t_pay_callback_log"));
  }

  @Test
  void lookingForACallbackOfAnUnknownOrder() {
    PayNo payNo = new PayNo("PAY" + "0".repeat(27) + "17");
    JdbcCallbackLog log = new JdbcCallbackLog(jdbc);

    List<Plan> plans =
        database.plansOf(() -> assertThat(log.countUnknown(TestChannels.MOCK, payNo)).isZero());

    assertThat(plans).hasSize(1);
    assertThat(plans.get(0).ofBigTables()).allMatch(Plan.Access::isByKey);
  }

  /** However small the tables: a scan would wait for everybody who writes them. */
  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "LIMIT_USE|STATEMENT_.*|DISCREPANCY.*")
  void trimmingRecords(Kind kind) {
    AgedRecords records = new JdbcAgedRecords(jdbc);
    List<Plan> plans = new ArrayList<>();

    undone(
        () -> {
          long before = record(kind) - 1;
          plans.addAll(
              database.plansOf(
                  () -> assertThat(records.trim(kind, before, LONG, 100).removed()).isOne()));
        });

    assertThat(plans).hasSize(2);
    assertThat(plans)
        .allSatisfy(
            plan ->
                assertThat(plan.ofBigTables())
                    .as(plan.toString())
                    .allMatch(Plan.Access::isByKey)
                    .noneMatch(Plan.Access::isSortedOrCopied));
    assertThat(plans.get(1).ofBigTables()).extracting(Plan.Access::type).containsOnly("eq_ref");
  }

  /** An older part, too: its rows are found by the order, and not by a walk back from a number. */
  @Test
  void findingAnOrdersTimeline() {
    PayNo payNo = new PayNo("PAY" + "0".repeat(27) + "17");
    JdbcTimelines timelines = new JdbcTimelines(jdbc);
    Records newest = timelines.before(payNo, TimelineCursor.NEWEST, 500);
    TimelineCursor older =
        new TimelineCursor(
            number(newest.callbacks()) + 1,
            number(newest.audits()) + 1,
            number(newest.events()) + 1);

    for (TimelineCursor cursor : List.of(TimelineCursor.NEWEST, older)) {
      List<Plan> plans =
          database.plansOf(
              () -> assertThat(timelines.before(payNo, cursor, 500)).isEqualTo(newest));

      assertThat(plans)
          .as(plans.toString())
          .extracting(plan -> plan.accesses().get(0).key())
          .containsExactly(
              "idx_pay_callback_log_pay_no",
              "idx_pay_reconcile_audit_pay_no",
              "idx_outbox_event_aggregate_key",
              "PRIMARY");
      assertThat(plans).flatExtracting(Plan::ofBigTables).allMatch(Plan.Access::isByKey);
    }
  }

  private static long number(List<TimelineRow> entries) {
    return entries.get(0).number();
  }

  /** Returns the row of an old record, the newest there is. */
  private long record(Kind kind) {
    String sql =
        switch (kind) {
          case CALLBACK, REFUSED_CALLBACK ->
              """
              INSERT INTO t_pay_callback_log (channel, raw_payload, signature_valid, process_result,
                reason, created_at)
              VALUES ('MOCK', '{}', 0, 'FAILED', 'MANY', NOW() - INTERVAL 1 DAY)
              """;
          case STEP ->
              """
              INSERT INTO t_pay_reconcile_audit (pay_no, action, before_status, after_status,
                query_result, detail, created_at)
              VALUES ('MANY', 'QUERY', 'INIT', 'INIT', 'MANY', '', NOW() - INTERVAL 1 DAY)
              """;
          case OPERATOR_ACTION ->
              """
              INSERT INTO t_outbox_audit (operator, action, subject, affected, reason, created_at)
              VALUES ('li', 'PAUSE', '', 1, '', NOW() - INTERVAL 1 DAY)
              """;
          case LIMIT_CHANGE ->
              """
              INSERT INTO t_limit_audit (scope, subject, operator, reason, created_at)
              VALUES ('USER', 'MANY', 'li', '', NOW() - INTERVAL 1 DAY)
              """;
          case LIMIT_USE -> throw new IllegalArgumentException("see LimitPlansTest");
          case STATEMENT_LINE, STATEMENT_FILE, STATEMENT_CHANGE, DISCREPANCY, DISCREPANCY_CHANGE ->
              throw new IllegalArgumentException("see BankStatementPlansTest");
        };
    RowCounts.one(jdbc.sql(sql).update());
    return jdbc.sql("SELECT LAST_INSERT_ID()").query(Long.class).single();
  }

  private List<Plan> written(Runnable write) {
    return database.plansOf(() -> transactions.run(write));
  }

  private void undone(Runnable work) {
    Undone.in(transactions, work);
  }

  private static void assertByKey(List<Plan> plans, String... tables) {
    assertThat(plans).hasSize(1);
    assertThat(plans.get(0).ofBigTables())
        .as(plans.get(0).toString())
        .allMatch(Plan.Access::isByKey)
        .noneMatch(Plan.Access::isSortedOrCopied)
        .extracting(Plan.Access::table)
        .containsOnly(tables);
  }
}
