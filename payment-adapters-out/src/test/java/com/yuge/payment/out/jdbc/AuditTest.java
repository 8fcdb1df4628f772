package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.audit.AuditData;
import com.yuge.payment.domain.audit.AuditProgress;
import com.yuge.payment.domain.audit.AuditStep;
import com.yuge.payment.domain.audit.AuditStep.Kind;
import com.yuge.payment.domain.audit.AuditWalk;
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

  @Test
  void aHeldAuditIsNobodyElsesUntilItIsReleased() {
    AUDITED.again();
    AuditData audit = AUDITED.audit();
    AuditStep step = audit.step(audit.claim().get(0));
    assertThat(AUDITED.audit().claim()).isEmpty();

    audit.release(step.progress());

    assertThat(AUDITED.audit().claim())
        .singleElement()
        .extracting(AuditProgress::walk)
        .isEqualTo(AuditWalk.ORDERS);
    assertThat(audit.step(step.progress()).kind()).as("fenced off").isEqualTo(Kind.LOST);
  }

  static Stream<Corruptions.Planted> corruptions() {
    return new Corruptions(JDBC, DAY).all();
  }

  @ParameterizedTest
  @MethodSource("corruptions")
  void whatIsPlantedIsFoundAndNothingElse(Corruptions.Planted planted) {
    undone(
        () -> {
          change(planted.change());
          assertThat(AUDITED.run()).containsExactlyInAnyOrderElementsOf(planted.violations());
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

  private static void change(String sql) {
    assertThat(JDBC.sql(sql).update()).as(sql).isPositive();
  }

  private static void undone(Runnable work) {
    Undone.in(TRANSACTIONS, work);
  }
}
