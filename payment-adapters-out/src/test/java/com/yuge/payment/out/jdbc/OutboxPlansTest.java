package com.yuge.payment.out.jdbc;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.operations.ReplayRange;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operating on the outbox finds its rows by key too, in a log of 20480 events. */
class OutboxPlansTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final List<Integer> ALL = range(0, 16).boxed().toList();
  private static final AggregateKey KEY = new AggregateKey("PAY" + "0".repeat(27) + "17");

  private final ExplainingDataSource database = new ExplainingDataSource(TestDatabase.pool());
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Transactions transactions = TestDatabase.transactions(database);
  private final JdbcReplayRequests requests = new JdbcReplayRequests(jdbc);

  @BeforeAll
  static void fill() {
    ManyRows.add();
    OutboxTables.age(DAY.multipliedBy(2));
  }

  @AfterAll
  static void empty() {
    ManyRows.remove();
  }

  @Test
  void theHeadsOfReplays() {
    assertByKey(
        database.plansOf(
            () ->
                assertThat(JdbcPendingEvents.replays(jdbc, transactions).heads(ALL, 20))
                    .isNotEmpty()));
  }

  @Test
  void trimmingTheLog() {
    JdbcEventLog log = new JdbcEventLog(jdbc, transactions);

    // The first chunk is pending, so that nothing goes and the others find as many.
    assertByKey(database.plansOf(() -> assertThat(log.trim(0, DAY, 1000).lastRow()).isPositive()));
  }

  @Test
  void askingForReplays() {
    Instant now = Instant.now();
    ReplayRange day = new ReplayRange("MANY", now.minus(DAY.multipliedBy(3)), now);

    assertByKey(
        database.plansOf(
            () ->
                transactions.run(
                    () -> {
                      assertThat(requests.add(KEY)).isZero();
                      assertThat(requests.add(day, 0, 500).added()).isZero();
                    })));
  }

  @Test
  void lookingForABlockedOrdersEvents() {
    assertByKey(
        database.plansOf(
            () -> assertThat(new JdbcOutboxReports(jdbc).waiting(KEY, 10)).hasSize(1)));
  }

  private static void assertByKey(List<Plan> plans) {
    assertThat(plans).isNotEmpty();
    assertThat(plans)
        .allSatisfy(
            plan ->
                assertThat(plan.ofBigTables())
                    .as(plan.toString())
                    .allMatch(Plan.Access::isByKey)
                    .extracting(Plan.Access::table)
                    .isSubsetOf(Set.of("t_outbox_event", "t_outbox_published", "e", "p", "b")));
  }
}
