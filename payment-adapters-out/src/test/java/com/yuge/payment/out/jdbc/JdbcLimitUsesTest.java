package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.LimitUsesContract;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Transactions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JdbcLimitUsesTest extends LimitUsesContract {
  private static final BigDecimal PER_DAY = new BigDecimal("100.00");

  @Override
  protected LimitUses uses() {
    return new JdbcLimitUses(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  /** After a wait a slice would stay locked, and the lock on all slices might deadlock. */
  @Test
  void aLaterSliceThatSomebodyHasLockedIsNotWaitedForAndOneThatDoesNotFitIsNotLocked() {
    LimitDay day =
        new LimitDay(new LimitSubject(LimitScope.USER, aNonce()), LocalDate.parse("2026-03-01"));
    BigDecimal half = new BigDecimal("50.00");
    List<LimitSlice> slices =
        List.of(new LimitSlice(0, half, BigDecimal.ZERO), new LimitSlice(1, half, BigDecimal.ZERO));
    transactions()
        .run(
            () -> {
              assertThat(uses().lock(day, 2)).hasSize(2);
              uses().replace(day, PER_DAY, slices);
            });

    transactions()
        .run(
            () -> {
              assertThat(uses().use(day, PER_DAY, 1, yuan("1.00"))).isTrue();
              assertThat(elsewhere(day, "1.00")).isFalse();
            });
    transactions()
        .run(
            () -> {
              assertThat(uses().use(day, PER_DAY, 1, yuan("49.01"))).isFalse();
              assertThat(elsewhere(day, "49.00")).isTrue();
            });
  }

  private boolean elsewhere(LimitDay day, String amount) {
    return Race.answerOf(
        CompletableFuture.supplyAsync(
            () -> transactions().call(() -> uses().use(day, PER_DAY, 1, yuan(amount)))));
  }
}
