package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.audit.AuditDay;
import com.yuge.payment.domain.audit.AuditWalk;
import com.yuge.payment.domain.audit.Violation.State;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each statement of an audit finds its rows by a key, however many there are, and sorts none. */
class AuditPlansTest {
  private final Instant now = Instant.now();
  private final AuditDay day = new AuditDay(LocalDate.EPOCH, now.minus(Duration.ofDays(1)), now);
  private final ExplainingDataSource database = new ExplainingDataSource(TestDatabase.pool());
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Transactions transactions = TestDatabase.transactions(database);

  @BeforeAll
  static void fill() {
    ManyRows.add();
    ManyRefunds.add();
  }

  @AfterAll
  static void empty() {
    ManyRefunds.remove();
    ManyRows.remove();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "LIMITS_.*")
  void aChunkOfEachWalk(AuditWalk walk) {
    JdbcAuditReads reads = new JdbcAuditReads(jdbc);
    long after = walk == AuditWalk.PENDING ? -1 : 0;

    List<Plan> plans =
        database.plansOf(() -> assertThat(reads.read(walk, day, after, 100)).isNotNull());

    assertByKey(plans);
    assertThat(plans).flatExtracting(Plan::ofBigTables).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "LIMITS_.*")
  void aChunkOfEachWalkOverLimits(AuditWalk walk) {
    JdbcLimitSums sums = new JdbcLimitSums(jdbc);

    assertByKey(
        database.plansOf(
            () ->
                undone(
                    () -> {
                      long after = walk == AuditWalk.LIMITS_BEGUN ? 1 : 0;
                      assertThat(sums.step(walk, day, after, 100, 100)).isNotNull();
                      boolean unused = sums.isEmpty();
                    })));
  }

  @ParameterizedTest
  @EnumSource
  void theBeginningOfEachWalk(AuditWalk walk) {
    JdbcAuditReads reads = new JdbcAuditReads(jdbc);

    List<Plan> plans =
        database.plansOf(
            () -> assertThat(reads.before(walk, day.start())).isGreaterThanOrEqualTo(-1));

    assertThat(plans).hasSizeLessThan(64);
    assertByKey(plans);
  }

  @Test
  void theProgressAndTheViolations() {
    JdbcAuditViolations violations = new JdbcAuditViolations(jdbc);
    OperatorReason reason = new OperatorReason("li", "test");

    assertByKey(
        database.plansOf(
            () -> {
              assertThat(new JdbcAuditRuns(jdbc, transactions).find()).isNotNull();
              assertThat(violations.list(State.OPEN, 0, 100)).isNotNull();
              assertThat(violations.find(1)).isEmpty();
              assertThat(violations.resolve(1, reason, now)).isFalse();
              assertThat(violations.countOpen(100)).isNotNull();
            }));
  }

  private void undone(Runnable work) {
    Undone.in(transactions, work);
  }

  private static void assertByKey(List<Plan> plans) {
    assertThat(plans)
        .flatExtracting(Plan::ofBigTables)
        .as(plans.toString())
        .allMatch(Plan.Access::isByKey)
        .noneMatch(Plan.Access::isSortedOrCopied);
  }
}
