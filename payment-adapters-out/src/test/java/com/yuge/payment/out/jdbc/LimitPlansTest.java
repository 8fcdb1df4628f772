package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.retention.AgedRecords.Kind;
import com.yuge.payment.domain.shared.Transactions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What counts against limits looks up its own rows by key, also in tables that are almost empty: a
 * scan would wait for those who hold other rows, in any order.
 */
class LimitPlansTest {
  private static final BigDecimal PER_DAY = new BigDecimal("100.00");

  private final ExplainingDataSource database = new ExplainingDataSource(TestDatabase.pool());
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Transactions transactions = TestDatabase.transactions(database);
  private final JdbcLimits limits = new JdbcLimits(jdbc);
  private final JdbcLimitUses uses = new JdbcLimitUses(jdbc);
  private final LimitSubject user = new LimitSubject(LimitScope.USER, aNonce());
  private final LimitSubject merchant = new LimitSubject(LimitScope.MERCHANT, aNonce());
  private final LimitDay day = new LimitDay(user, LocalDate.parse("2026-03-01"));

  @BeforeEach
  void almostEmpty() {
    for (String rows : List.of("t_limit_use", "t_limit WHERE subject <> '*'")) {
      int unused = jdbc.sql("DELETE FROM " + rows).update();
    }
  }

  @Test
  void limits() {
    assertByKey(
        () -> {
          assertThat(limits.of(List.of(user, merchant))).isEmpty();
          assertThat(limits.hold(List.of(user, merchant))).isEmpty();
          assertThat(limits.hold(List.of(merchant))).isEmpty();
          assertThat(limits.lock(user)).isEmpty();
        },
        4);
  }

  @Test
  void slices() {
    assertByKey(
        () -> {
          List<LimitSlice> slices = uses.lock(day, 2);
          uses.replace(day, PER_DAY, List.of(new LimitSlice(0, PER_DAY, PER_DAY), slices.get(1)));
          assertThat(uses.use(day, PER_DAY, 0, yuan("1.00"))).isFalse();
          assertThat(uses.use(day, PER_DAY, 1, yuan("1.00"))).isFalse();
          uses.release(day, 0, yuan("1.00"));
          assertThat(uses.use(day, PER_DAY, 0, yuan("1.00"))).isTrue();
          uses.release(day, 1, yuan("1.00"));
          assertThat(uses.used(day)).isEqualByComparingTo("99.00");
        },
        8);
  }

  @Test
  void trimming() {
    JdbcAgedRecords records = new JdbcAgedRecords(jdbc);
    assertByKey(
        () -> {
          assertThat(uses.lock(day, 2)).hasSize(2);
          assertThat(records.trim(Kind.LIMIT_USE, 0, Duration.ofDays(1), 10).removed())
              .isEqualTo(2);
        },
        4);
  }

  private void assertByKey(Runnable work, int statements) {
    List<Plan> plans = database.plansOf(() -> transactions.run(work));

    assertThat(plans).hasSize(statements);
    assertThat(plans)
        .allSatisfy(
            plan ->
                assertThat(plan.ofBigTables()).as(plan.toString()).allMatch(Plan.Access::isByKey));
  }
}
