package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.audit.Violation;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a day of payments nothing is found, until something is planted: then that, and no more. */
class AuditTest {
  private static final HikariDataSource POOL = migrated();
  private static final JdbcClient JDBC = JdbcClient.create(POOL);
  private static final Transactions TRANSACTIONS = TestDatabase.transactions(POOL);
  private static final AuditedTables AUDITED = new AuditedTables(JDBC, TRANSACTIONS);
  private static final AuditedDay DAY = audited();

  private static HikariDataSource migrated() {
    OwnDatabase database = OwnDatabase.create("audited");
    database.migrateTo("latest");
    return database.pool();
  }

  private static AuditedDay audited() {
    AuditedDay.limit(JDBC, TRANSACTIONS);
    return new AuditedDay(JDBC, TRANSACTIONS, "");
  }

  /** As if the relay had published everything; the last row of each partition stays. */
  @BeforeAll
  static void publish() {
    change("DELETE FROM t_outbox_pending WHERE aggregate_key <> ''");
  }

  @AfterAll
  static void close() {
    POOL.close();
  }

  @Test
  void aCleanDayHasNoFinding() {
    assertThat(AUDITED.run()).isEmpty();
    assertThat(new JdbcAuditRuns(JDBC, TRANSACTIONS).find().completeDay()).isEqualTo("2026-03-01");
  }

  /** What is changed, and which rules each subject breaks then. */
  record Planted(String change, String... violations) {
    @Override
    public String toString() {
      return change;
    }
  }

  static Stream<Planted> corruptions() {
    String paid = DAY.paid.payNo().value();
    String failed = DAY.failed.payNo().value();
    String ended = DAY.ended.payNo().value();
    String mismatched = DAY.mismatched.payNo().value();
    String refunded = DAY.refunded.payNo().value();
    return Stream.of(
        new Planted(
            "DELETE FROM t_pay_trade WHERE trade_no = 'PAID'", "PAID_WITHOUT_ITS_TRADE " + paid),
        new Planted(
            "DELETE FROM t_outbox_event WHERE event_id = '" + paid + "-1'",
            "PAID_WITHOUT_ONE_EVENT " + paid),
        new Planted(
            """
            INSERT INTO t_outbox_event (event_id, partition_no, aggregate_key, tag, payload,
              headers, created_at)
            SELECT CONCAT(aggregate_key, '-0'), partition_no, aggregate_key, tag, payload,
              headers, created_at FROM t_outbox_event WHERE event_id = '%s-1'
            """
                .formatted(paid),
            "PAID_WITHOUT_ONE_EVENT " + paid),
        new Planted(
            "UPDATE t_pay_order SET channel_trade_no = 'OTHER' WHERE pay_no = '" + paid + "'",
            "PAID_WITHOUT_ITS_TRADE " + paid,
            "TRADE_WITHOUT_ITS_ORDER MOCK PAID"),
        new Planted(
            "UPDATE t_pay_trade SET state = NULL WHERE trade_no = 'LATE'",
            "UNAPPLIED_MONEY_NOT_LISTED MOCK LATE"),
        new Planted(
            "DELETE FROM t_pay_trade WHERE trade_no = 'MISMATCH'",
            "UNAPPLIED_MONEY_NOT_LISTED " + mismatched + "-1"),
        new Planted(
            "DELETE FROM t_pay_trade_claim WHERE trade_no = 'PAID'",
            "UNAPPLIED_MONEY_NOT_LISTED " + mismatched + "-2"),
        new Planted(
            "UPDATE t_pay_trade SET refund_held = refund_held + 1 WHERE trade_no = 'REFUNDED'",
            "REFUND_SUMS_DIFFER MOCK REFUNDED"),
        new Planted(
            "UPDATE t_pay_trade SET refunded = 0 WHERE trade_no = 'REFUNDED'",
            "REFUND_SUMS_DIFFER MOCK REFUNDED"),
        new Planted(
            """
            UPDATE t_pay_trade t JOIN t_pay_refund r ON r.trade_no = t.trade_no
            SET t.refund_held = 1000, t.refunded = 1000, r.amount = 1000
            WHERE t.trade_no = 'REFUNDED'
            """,
            "REFUNDS_EXCEED_TRADE MOCK REFUNDED"),
        new Planted(
            "UPDATE t_pay_refund SET trade_no = 'OTHER' WHERE trade_no = 'REFUNDED'",
            "REFUND_SUMS_DIFFER MOCK REFUNDED",
            "REFUND_WITHOUT_ITS_TRADE " + refund()),
        new Planted(
            """
            UPDATE t_pay_order SET status = 'PAYING', ended_at = NULL WHERE pay_no = '%s'
            """
                .formatted(failed),
            "EVENT_WITHOUT_ITS_CHANGE " + failed + "-1",
            "CALLBACK_OF_AN_OPEN_ORDER callback " + callback(failed)),
        new Planted(
            "UPDATE t_pay_order SET version = 0 WHERE pay_no = '" + failed + "'",
            "EVENT_WITHOUT_ITS_CHANGE " + failed + "-1"),
        new Planted(
            """
            UPDATE t_pay_refund SET status = 'REFUNDING', refunded_at = NULL
            WHERE trade_no = 'REFUNDED'
            """,
            "REFUND_SUMS_DIFFER MOCK REFUNDED",
            "EVENT_WITHOUT_ITS_CHANGE " + event(refunded, "REFUND_SUCCEEDED")),
        new Planted(
            "DELETE FROM t_pay_order WHERE pay_no = '" + ended + "'",
            "TRADE_WITHOUT_ITS_ORDER MOCK LATE",
            "EVENT_WITHOUT_ITS_CHANGE " + ended + "-2",
            "CALLBACK_OF_AN_OPEN_ORDER callback " + callback(ended),
            "LIMIT_USE_DIFFERS MERCHANT m-1",
            "LIMIT_USE_DIFFERS USER u-1"),
        new Planted(
            "UPDATE t_limit_use SET used = used + 0.01 WHERE scope = 'USER' AND used > 100",
            "LIMIT_USE_DIFFERS USER u-1"),
        new Planted(
            "DELETE FROM t_limit_use WHERE scope = 'MERCHANT'", "LIMIT_USE_DIFFERS MERCHANT m-1"),
        new Planted(
            """
            INSERT INTO t_limit_use (scope, subject, day, shard, day_limit, cap, used)
            VALUES ('USER', 'nobody', '2026-03-01', 0, 1, 1, 1)
            """,
            "LIMIT_USE_DIFFERS USER nobody"),
        new Planted(
            "UPDATE t_pay_order SET limit_day = '2026-02-28' WHERE pay_no = '" + paid + "'",
            "LIMIT_USE_DIFFERS MERCHANT m-1",
            "LIMIT_USE_DIFFERS USER u-1"),
        new Planted(
            """
            INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
            SELECT partition_no, id, aggregate_key FROM t_outbox_event WHERE event_id = '%s-1'
            """
                .formatted(paid),
            "EVENT_PENDING_TOO_LONG " + paid + "-1"));
  }

  @ParameterizedTest
  @MethodSource("corruptions")
  void whatIsPlantedIsFoundAndNothingElse(Planted planted) {
    undone(
        () -> {
          change(planted.change());
          assertThat(AUDITED.run()).containsExactlyInAnyOrder(planted.violations());
        });
  }

  /** Its order is not among those that could be paid on the day, and its payment is. */
  @Test
  void lateMoneyOfAnOldOrderCountsOnTheDayOnWhichItCame() {
    undone(
        () -> {
          change(
              "UPDATE t_pay_order SET created_at = '2026-02-20' WHERE pay_no = '"
                  + DAY.paid.payNo().value()
                  + "'");
          assertThat(AUDITED.run()).isEmpty();
        });
  }

  @Test
  void aRerunAddsNothingAndKeepsWhatIsResolvedUntilItChanges() {
    undone(
        () -> {
          change("UPDATE t_pay_trade SET refund_held = 50 WHERE trade_no = 'REFUNDED'");
          assertThat(AUDITED.run()).hasSize(1);
          Violation first = AUDITED.violations().get(0);
          assertThat(AUDITED.run()).hasSize(1);
          assertThat(AUDITED.violations()).extracting(Violation::id).containsExactly(first.id());

          JdbcAuditViolations violations = new JdbcAuditViolations(JDBC);
          OperatorReason reason = new OperatorReason("li", "known");
          assertThat(violations.resolve(first.id(), reason, Instant.EPOCH)).isTrue();
          assertThat(violations.resolve(first.id(), reason, Instant.EPOCH)).isFalse();
          assertThat(AUDITED.run()).isEmpty();
          assertThat(violations.find(first.id()).orElseThrow().resolved()).isEqualTo(reason);

          change("UPDATE t_pay_trade SET refund_held = 51 WHERE trade_no = 'REFUNDED'");
          assertThat(AUDITED.run()).containsExactly("REFUND_SUMS_DIFFER MOCK REFUNDED");
          Violation again = violations.find(first.id()).orElseThrow();
          assertThat(again.resolved()).isNull();
          assertThat(again.finding().detail()).contains("51");
        });
  }

  /** Payments, refunds and late money of the audited day go on while it is audited. */
  @Test
  void noPaymentThatIsUnderWayIsAFinding() {
    AtomicInteger runner = new AtomicInteger();

    Race<List<String>> race =
        Race.of(
            4,
            () -> {
              int no = runner.incrementAndGet();
              return no == 1 ? auditedOften() : paidOften("R" + no);
            });

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).allMatch(List::isEmpty);
  }

  private static List<String> auditedOften() {
    for (int i = 0; i < 4; i++) {
      List<String> found =
          AUDITED.run().stream().filter(one -> !one.startsWith("EVENT_PENDING")).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<String> paidOften(String runner) {
    for (int i = 0; i < 4; i++) {
      var unused = new AuditedDay(JDBC, TRANSACTIONS, runner + "-" + i + "-");
    }
    return List.of();
  }

  private static String refund() {
    return JDBC.sql("SELECT refund_no FROM t_pay_refund WHERE trade_no = 'REFUNDED'")
        .query(String.class)
        .single();
  }

  private static String event(String payNo, String tag) {
    return JDBC.sql("SELECT event_id FROM t_outbox_event WHERE aggregate_key = ? AND tag = ?")
        .params(payNo, tag)
        .query(String.class)
        .single();
  }

  private static long callback(String payNo) {
    return JDBC.sql("SELECT id FROM t_pay_callback_log WHERE pay_no = ?")
        .param(payNo)
        .query(Long.class)
        .single();
  }

  private static void change(String sql) {
    assertThat(JDBC.sql(sql).update()).as(sql).isPositive();
  }

  private static void undone(Runnable work) {
    try {
      TRANSACTIONS.run(
          () -> {
            work.run();
            throw new Undone();
          });
    } catch (Undone expected) {
      assertThat(expected).hasNoCause();
    }
  }

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
