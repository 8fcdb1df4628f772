package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.retention.AgedRecords.Kind;
import com.yuge.payment.domain.retention.AgedRecords.Trimmed;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which days of limits are removed, and which stay. */
class AgedLimitDaysTest {
  private static final int OLD = 100;
  private static final Duration RETENTION = Duration.ofDays(OLD);

  private final JdbcPayments payments = new JdbcPayments();
  private final JdbcAgedRecords records = new JdbcAgedRecords(TestDatabase.jdbc());
  private final JdbcLimitUses uses = new JdbcLimitUses(TestDatabase.jdbc());
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final LocalDate old = today.minusDays(OLD + 1);

  @BeforeEach
  void removeWhatOtherTestsUsed() {
    int unused = TestDatabase.jdbc().sql("DELETE FROM t_limit_use").update();
  }

  @Test
  void oldDaysAreRemovedChunkByChunkAndYoungOnesStay() {
    use(old.minusDays(1), 2);
    for (int i = 0; i < 5; i++) {
      use(old, 2);
    }
    use(today.minusDays(OLD), 1);
    use(today, 1);

    assertTrimmed(trim(0, 10), 2, old.minusDays(1), false);
    assertTrimmed(trim(old.minusDays(1).toEpochDay(), 8), 8, old.minusDays(1), false);
    assertTrimmed(trim(old.minusDays(1).toEpochDay(), 8), 2, old, false);
    assertTrimmed(trim(old.toEpochDay(), 8), 0, old, true);
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void aDayStaysWhileAnOpenOrderCountsOnIt() {
    use(old.minusDays(1), 1);
    use(old, 1);
    PayOrder order = payments.added(paying(aPayOrder()));
    count(order, old.minusDays(1));

    assertTrimmed(trim(0, 10), 0, old.minusDays(1), false);
    assertTrimmed(trim(old.minusDays(1).toEpochDay(), 10), 1, old, false);
    assertThat(rows()).isOne();

    set(order, "status = 'CLOSED'");
    assertTrimmed(trim(0, 10), 1, old.minusDays(1), false);
  }

  @Test
  void whoCountsAndWhoTrimsDoNotWaitForEachOther() {
    use(old, 3);

    TestDatabase.transactions()
        .run(
            () -> {
              assertThat(uses.lock(aDay(today), 3)).hasSize(3);
              assertThat(Race.answerOf(CompletableFuture.supplyAsync(() -> trim(0, 10))).removed())
                  .isEqualTo(3);
            });
    use(old, 3);
    TestDatabase.transactions()
        .run(
            () -> {
              assertThat(trim(0, 10).removed()).isEqualTo(3);
              Race.answerOf(CompletableFuture.runAsync(() -> use(today, 3)));
            });
  }

  private Trimmed trim(long after, int limit) {
    return records.trim(Kind.LIMIT_USE, after, RETENTION, limit);
  }

  private static void assertTrimmed(Trimmed trimmed, int removed, LocalDate day, boolean end) {
    assertThat(trimmed).isEqualTo(new Trimmed(removed, day.toEpochDay(), end));
  }

  private void use(LocalDate day, int shards) {
    int made = TestDatabase.transactions().call(() -> uses.lock(aDay(day), shards)).size();
    assertThat(made).isEqualTo(shards);
  }

  private static LimitDay aDay(LocalDate day) {
    return new LimitDay(new LimitSubject(LimitScope.USER, aNonce()), day);
  }

  private static void count(PayOrder order, LocalDate day) {
    set(
        order,
        "status = 'PAYING', expire_at = NOW() - INTERVAL 1 DAY, limit_day = '%s'".formatted(day));
  }

  private static void set(PayOrder order, String change) {
    String sql = "UPDATE t_pay_order SET %s WHERE pay_no = ?".formatted(change);
    RowCounts.one(TestDatabase.jdbc().sql(sql).param(order.payNo().value()).update());
  }

  private static int rows() {
    return TestDatabase.jdbc()
        .sql("SELECT COUNT(*) FROM t_limit_use")
        .query(Integer.class)
        .single();
  }
}
