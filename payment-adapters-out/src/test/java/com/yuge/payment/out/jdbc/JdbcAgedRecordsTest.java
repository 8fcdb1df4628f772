package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.retention.AgedRecords;
import com.yuge.payment.domain.retention.AgedRecords.Kind;
import com.yuge.payment.domain.retention.AgedRecords.Trimmed;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is removed from the real callback log and the real audits, and what stays. */
class JdbcAgedRecordsTest {
  private static final int OLD = 100;
  private static final Duration RETENTION = Duration.ofDays(OLD);
  private static final int ALL = 1000;

  private final JdbcPayments payments = new JdbcPayments();
  private final AgedRecords records = new JdbcAgedRecords(TestDatabase.jdbc());
  private final PayNo ended = added(closed(paying(aPayOrder()))).payNo();
  private final Map<Kind, Long> before = new EnumMap<>(Kind.class);

  @BeforeEach
  void rememberWhereThisTestBegins() {
    for (Kind kind :
        EnumSet.of(
            Kind.CALLBACK,
            Kind.REFUSED_CALLBACK,
            Kind.STEP,
            Kind.OPERATOR_ACTION,
            Kind.LIMIT_CHANGE)) {
      before.put(kind, number("SELECT COALESCE(MAX(id), 0) FROM " + table(kind)));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "LIMIT_USE|STATEMENT_.*|DISCREPANCY.*")
  void whatIsOldIsRemovedChunkByChunkAndWhatIsYoungStays(Kind kind) {
    for (int i = 0; i < 25; i++) {
      record(kind, ended, OLD + 1);
    }
    record(kind, ended, OLD - 1);

    Trimmed first = records.trim(kind, begin(kind), RETENTION, 10);
    Trimmed second = records.trim(kind, first.lastRow(), RETENTION, 10);
    Trimmed third = records.trim(kind, second.lastRow(), RETENTION, 10);

    assertThat(List.of(first, second, third))
        .extracting(Trimmed::removed)
        .containsExactly(10, 10, 5);
    assertThat(List.of(first, second, third))
        .extracting(Trimmed::end)
        .containsExactly(false, false, true);
    assertThat(rows(kind)).isOne();
    assertThat(trim(kind)).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "LIMIT_USE|STATEMENT_.*|DISCREPANCY.*")
  void aChunkOfYoungOnesIsTheEnd(Kind kind) {
    for (int i = 0; i < 3; i++) {
      record(kind, ended, OLD - 1);
    }

    assertThat(records.trim(kind, begin(kind), RETENTION, 2).end()).isTrue();
    assertThat(rows(kind)).isEqualTo(3);
  }

  /** As of an instance whose clock was wrong. */
  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "LIMIT_USE|STATEMENT_.*|DISCREPANCY.*")
  void oneRecordDatedIntoTheFutureStopsNothing(Kind kind) {
    record(kind, ended, OLD + 1);
    record(kind, ended, -1000);
    record(kind, ended, OLD + 1);
    record(kind, ended, OLD + 1);

    assertThat(records.trim(kind, begin(kind), RETENTION, 2))
        .returns(1, Trimmed::removed)
        .returns(false, Trimmed::end);
    assertThat(trim(kind)).isEqualTo(2);
    assertThat(rows(kind)).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"CALLBACK", "REFUSED_CALLBACK", "STEP"})
  void whatIsAboutAnOpenOrderStaysUntilItHasEnded(Kind kind) {
    PayOrder order = added(paying(aPayOrder()));
    record(kind, order.payNo(), OLD + 1);
    assertThat(trim(kind)).isZero();

    set("t_pay_order", "status = 'CLOSED'", order.payNo());

    assertThat(trim(kind)).isOne();
  }

  /** After an unpaid end, or until the amount of its payment is known. */
  @ParameterizedTest
  @EnumSource(names = {"CALLBACK", "REFUSED_CALLBACK", "STEP"})
  void whatIsAboutAnOrderThatIsStillToBeAskedAboutStays(Kind kind) {
    record(kind, ended, OLD + 1);
    set("t_pay_order", "next_check_at = UTC_TIMESTAMP(6)", ended);
    assertThat(trim(kind)).isZero();

    set("t_pay_order", "next_check_at = NULL", ended);

    assertThat(trim(kind)).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"CALLBACK", "REFUSED_CALLBACK", "STEP"})
  void whatIsAboutAnOrderWithAnUnappliedPaymentStaysUntilAPersonHasDealtWithIt(Kind kind) {
    PayOrder late = closed(paying(aPayOrder()));
    PayNo payNo = added(late).payNo();
    VerifiedCallback callback =
        new VerifiedCallback(
            new CallbackId(aNonce()), TestChannels.MOCK, success(late, "T" + payNo), "{}");
    assertThat(payments.callbacks.handle(callback)).isPresent();
    set("t_pay_order", "next_check_at = NULL", payNo);
    record(kind, payNo, OLD + 1);
    assertThat(trim(kind)).isZero();

    set("t_pay_trade", "state = 'ACCEPTED'", payNo);

    assertThat(trim(kind)).isPositive();
  }

  /** A failed refund with a planned call may have been made after all. */
  @ParameterizedTest
  @EnumSource(names = {"CALLBACK", "REFUSED_CALLBACK", "STEP"})
  void whatIsAboutAnOrderWithARefundStaysUntilTheRefundIsDecidedAndRests(Kind kind) {
    record(kind, ended, OLD + 1);
    addRefund(ended);
    assertThat(trim(kind)).isZero();

    set("t_pay_refund", "status = 'ABNORMAL'", ended);
    assertThat(trim(kind)).isZero();

    set(
        "t_pay_refund",
        "status = 'FAILED', fail_code = 'CLOSED', next_check_at = UTC_TIMESTAMP(6)",
        ended);
    assertThat(trim(kind)).isZero();

    set("t_pay_refund", "next_check_at = NULL", ended);
    assertThat(trim(kind)).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"CALLBACK", "REFUSED_CALLBACK", "STEP"})
  void whatNamesNoOrderOfOursIsRemovedByItsAgeAlone(Kind kind) {
    record(kind, aPayNo(), OLD + 1);

    assertThat(trim(kind)).isOne();
  }

  @Test
  void onlyWhatWasNotBelievedIsRefused() {
    callback(ended, aNonce(), "IGNORED", "NO_CHANGE");
    callback(ended, aNonce(), "FAILED", "MISMATCH");
    callback(ended, null, "FAILED", "UNKNOWN_PAY_NO");
    callback(null, null, "FAILED", "UNKNOWN_REFUND_NO");
    callback(ended, null, "IGNORED", "SAME_CALLBACK");
    callback(null, null, "FAILED", "MALFORMED");
    callback(ended, null, "FAILED", "OUTSIDE_WINDOW");

    assertThat(trim(Kind.REFUSED_CALLBACK)).isEqualTo(2);
    assertThat(trim(Kind.CALLBACK)).isEqualTo(5);
  }

  /** The previous version has written all but an order's first mismatched payment there alone. */
  @Test
  void aMismatchOfThePreviousVersionStaysForEver() {
    step(ended, "Mismatch tradeNo=T1 amount=1.00 CNY", OLD + 1);
    step(ended, "Mismatch DUPLICATE tradeNo=T1 amount=1.00 CNY", OLD + 1);

    assertThat(trim(Kind.STEP)).isOne();
    assertThat(rows(Kind.STEP)).isOne();
  }

  /** Its first row is about to go, and with it the id: then it is no repeat any more. */
  @Test
  void aRepeatWaitsForTheRemovalOfTheFirstAndIsThenHeardAnew() {
    String id = aNonce();
    callback(ended, id, "PROCESSED", "APPLIED");
    JdbcCallbackLog log = new JdbcCallbackLog(TestDatabase.jdbc());

    CompletableFuture<Long> repeats =
        TestDatabase.transactions()
            .call(
                () -> {
                  assertThat(trim(Kind.CALLBACK)).isOne();
                  CompletableFuture<Long> counting =
                      CompletableFuture.supplyAsync(
                          () -> log.countRepeat(TestChannels.MOCK, new CallbackId(id)));
                  LockWaits.await("t_pay_callback_log");
                  return counting;
                });

    assertThat(Race.answerOf(repeats)).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "LIMIT_USE|STATEMENT_.*|DISCREPANCY.*")
  void whoWritesARecordAndWhoTrimsDoNotWaitForEachOther(Kind kind) {
    record(kind, ended, OLD + 1);

    TestDatabase.transactions()
        .run(
            () -> {
              record(kind, ended, 0);
              assertThat(Race.answerOf(CompletableFuture.supplyAsync(() -> trim(kind)))).isOne();
            });
    TestDatabase.transactions()
        .run(
            () -> {
              record(kind, ended, OLD + 1);
              assertThat(trim(kind)).isOne();
              CompletableFuture<Void> writing =
                  CompletableFuture.runAsync(() -> record(kind, ended, 0));
              Race.answerOf(writing);
            });
  }

  private int trim(Kind kind) {
    return records.trim(kind, begin(kind), RETENTION, ALL).removed();
  }

  private PayOrder added(PayOrder order) {
    PayOrder added = payments.added(order);
    set(
        "t_pay_order",
        "next_check_at = NULL, status = '%s'".formatted(order.status()),
        order.payNo());
    return added;
  }

  private void record(Kind kind, PayNo payNo, int daysAgo) {
    switch (kind) {
      case CALLBACK -> callback(payNo, aNonce(), "PROCESSED", "APPLIED", daysAgo);
      case REFUSED_CALLBACK -> callback(payNo, null, "FAILED", "BAD_SIGNATURE", daysAgo);
      case STEP -> step(payNo, "nobody has paid", daysAgo);
      case OPERATOR_ACTION ->
          insert(
              """
              INSERT INTO t_outbox_audit (operator, action, subject, affected, reason, created_at)
              VALUES ('li', 'PAUSE', ?, 1, 'test', %s)
              """,
              daysAgo, payNo.value());
      case LIMIT_CHANGE ->
          insert(
              """
              INSERT INTO t_limit_audit (scope, subject, operator, reason, created_at)
              VALUES ('USER', ?, 'li', 'test', %s)
              """,
              daysAgo, payNo.value());
      case LIMIT_USE,
          STATEMENT_LINE,
          STATEMENT_FILE,
          STATEMENT_CHANGE,
          DISCREPANCY,
          DISCREPANCY_CHANGE ->
          throw new IllegalArgumentException("see AgedLimitDaysTest, AgedStatementsTest");
    }
  }

  private static void addRefund(PayNo payNo) {
    insert(
        """
        INSERT INTO t_pay_refund (refund_no, refund_order_no, pay_no, channel, trade_no, amount,
          base_amount, currency, reason, origin, requested_by, status, created_at, updated_at)
        VALUES (?, 'R-1', ?, 'MOCK', 'T1', 1, 1, 'CNY', 'test', 'CALLER', 'test', 'REFUNDING',
          NOW(), %s)
        """,
        OLD, "REF" + payNo.value().substring(3), payNo.value());
  }

  private void callback(@Nullable PayNo payNo, @Nullable String id, String result, String reason) {
    callback(payNo, id, result, reason, OLD + 1);
  }

  private void callback(
      @Nullable PayNo payNo, @Nullable String id, String result, String reason, int daysAgo) {
    insert(
        """
        INSERT INTO t_pay_callback_log (channel, pay_no, callback_id, raw_payload, signature_valid,
          process_result, reason, created_at)
        VALUES ('MOCK', ?, ?, '{}', 1, ?, ?, %s)
        """,
        daysAgo, payNo == null ? null : payNo.value(), id, result, reason);
  }

  private void step(PayNo payNo, String detail, int daysAgo) {
    insert(
        """
        INSERT INTO t_pay_reconcile_audit (pay_no, action, before_status, after_status,
          query_result, detail, created_at)
        VALUES (?, 'QUERY', 'PAYING', 'PAYING', 'UNPAID', ?, %s)
        """,
        daysAgo, payNo.value(), detail);
  }

  private static void insert(String sql, int daysAgo, @Nullable Object... values) {
    String at = "UTC_TIMESTAMP(6) - INTERVAL %d DAY".formatted(daysAgo);
    RowCounts.one(TestDatabase.jdbc().sql(sql.formatted(at)).params(values).update());
  }

  private static void set(String table, String change, PayNo payNo) {
    String sql = "UPDATE %s SET %s WHERE pay_no = ?".formatted(table, change);
    RowCounts.one(TestDatabase.jdbc().sql(sql).param(payNo.value()).update());
  }

  private long rows(Kind kind) {
    return number("SELECT COUNT(*) FROM %s WHERE id > %d".formatted(table(kind), begin(kind)));
  }

  private long begin(Kind kind) {
    return before.getOrDefault(kind, 0L);
  }

  private static String table(Kind kind) {
    return switch (kind) {
      case CALLBACK, REFUSED_CALLBACK -> "t_pay_callback_log";
      case STEP -> "t_pay_reconcile_audit";
      case OPERATOR_ACTION -> "t_outbox_audit";
      case LIMIT_CHANGE -> "t_limit_audit";
      case LIMIT_USE -> "t_limit_use";
      case STATEMENT_LINE, STATEMENT_FILE, STATEMENT_CHANGE, DISCREPANCY, DISCREPANCY_CHANGE ->
          throw new IllegalArgumentException("see AgedStatementsTest");
    };
  }

  private static long number(String sql) {
    return TestDatabase.jdbc().sql(sql).query((row, n) -> row.getLong(1)).single();
  }
}
