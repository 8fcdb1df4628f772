package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.Transactions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requirements for each adapter of {@link LimitUses}. */
public abstract class LimitUsesContract {
  private static final BigDecimal PER_DAY = new BigDecimal("100.00");

  private final LimitDay day =
      new LimitDay(new LimitSubject(LimitScope.USER, aNonce()), LocalDate.parse("2026-03-01"));

  protected abstract LimitUses uses();

  protected abstract Transactions transactions();

  @Test
  void aDayWithoutSlicesFitsNothing() {
    assertThat(use(PER_DAY, 0, yuan("1.00"))).isFalse();
    assertThat(uses().used(day)).isEqualByComparingTo("0");
  }

  @Test
  void lockedSlicesAreThereAscendingAndEmpty() {
    assertThat(locked(3))
        .containsExactly(slice(0, "0", "0"), slice(1, "0", "0"), slice(2, "0", "0"));
    assertThat(locked(1)).as("more than asked for, if there are more").hasSize(3);
  }

  @Test
  void aSliceFitsExactlyItsCap() {
    cut(slice(0, "60.00", "0.00"), slice(1, "40.00", "0.00"));

    assertThat(use(PER_DAY, 1, yuan("40.01"))).isFalse();
    assertThat(use(PER_DAY, 1, yuan("40.00"))).isTrue();
    assertThat(use(PER_DAY, 1, yuan("0.01"))).isFalse();
    assertThat(use(PER_DAY, 2, yuan("0.01"))).as("no such slice").isFalse();
    assertThat(locked(2)).containsExactly(slice(0, "60", "0"), slice(1, "40", "40"));
    assertThat(uses().used(day)).isEqualByComparingTo("40");
  }

  @Test
  void slicesOfAnotherLimitFitNothing() {
    cut(slice(0, "100.00", "0.00"));

    assertThat(use(new BigDecimal("99.99"), 0, yuan("1.00"))).isFalse();
  }

  @Test
  void daysAndSubjectsAreApart() {
    cut(slice(0, "100.00", "7.00"));

    LimitDay tomorrow = new LimitDay(day.subject(), day.day().plusDays(1));
    assertThat(uses().used(tomorrow)).isEqualByComparingTo("0");
    LimitSubject merchant = new LimitSubject(LimitScope.MERCHANT, day.subject().no());
    assertThat(uses().used(new LimitDay(merchant, day.day()))).isEqualByComparingTo("0");
  }

  @Test
  void whatIsReleasedIsLeftInTheFirstSlice() {
    cut(slice(0, "60.00", "10.00"), slice(1, "40.00", "40.00"));

    transactions().run(() -> uses().release(day, 1, yuan("15.00")));
    assertThat(locked(2)).containsExactly(slice(0, "75", "10"), slice(1, "25", "25"));

    transactions().run(() -> uses().release(day, 0, yuan("10.00")));
    assertThat(locked(2)).containsExactly(slice(0, "75", "0"), slice(1, "25", "25"));
  }

  @Test
  void whatIsUndoneIsLeftInItsSlice() {
    cut(slice(0, "60.00", "10.00"), slice(1, "40.00", "5.00"));

    transactions()
        .run(
            () -> {
              assertThat(uses().use(day, PER_DAY, 1, yuan("35.00"))).isTrue();
              uses().undo(day, 1, yuan("35.00"));
            });

    assertThat(locked(2)).containsExactly(slice(0, "60", "10"), slice(1, "40", "5"));
  }

  @Test
  void aDayOfWhichNothingIsKeptReleasesNothing() {
    transactions().run(() -> uses().release(day, 0, yuan("1.00")));

    assertThat(uses().used(day)).isEqualByComparingTo("0");
  }

  @Test
  void aDebtIsKept() {
    cut(slice(0, "-5.00", "10.00"), slice(1, "105.00", "105.00"));

    assertThat(locked(2)).containsExactly(slice(0, "-5", "10"), slice(1, "105", "105"));
    assertThat(use(PER_DAY, 0, yuan("0.01"))).isFalse();
  }

  @Test
  void aRollbackGivesBack() {
    cut(slice(0, "100.00", "0.00"));

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          assertThat(uses().use(day, PER_DAY, 0, yuan("1.00"))).isTrue();
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");

    assertThat(uses().used(day)).isEqualByComparingTo("0");
  }

  @Test
  void ofManyAtOnceAsManyFitAsTheSliceHolds() {
    cut(slice(0, "100.00", "0.00"));

    Race<Boolean> race = Race.of(16, () -> use(PER_DAY, 0, yuan("10.00")));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).filteredOn(fits -> fits).hasSize(10);
    assertThat(uses().used(day)).isEqualByComparingTo("100");
  }

  @Test
  void manyWhoMakeANewDayWaitForEachOther() {
    Race<Boolean> race =
        Race.of(
            16,
            () ->
                transactions()
                    .call(
                        () -> {
                          List<LimitSlice> all = uses().lock(day, 4);
                          BigDecimal used = all.get(0).used().add(BigDecimal.ONE);
                          uses().replace(day, PER_DAY, List.of(new LimitSlice(0, PER_DAY, used)));
                          return true;
                        }));

    assertThat(race.failures()).isEmpty();
    assertThat(uses().used(day)).isEqualByComparingTo("16");
  }

  @Test
  void nothingIsUsedOutsideATransaction() {
    assertThatThrownBy(() -> uses().use(day, PER_DAY, 0, yuan("1.00")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> uses().lock(day, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> uses().release(day, 0, yuan("1.00")))
        .isInstanceOf(IllegalStateException.class);
  }

  private boolean use(BigDecimal perDay, int shard, Money amount) {
    return transactions().call(() -> uses().use(day, perDay, shard, amount));
  }

  private List<LimitSlice> locked(int shards) {
    return transactions().call(() -> uses().lock(day, shards)).stream()
        .map(slice -> slice(slice.shard(), slice.cap(), slice.used()))
        .toList();
  }

  private void cut(LimitSlice... slices) {
    transactions()
        .run(
            () -> {
              assertThat(uses().lock(day, slices.length)).hasSize(slices.length);
              uses().replace(day, PER_DAY, List.of(slices));
            });
  }

  private static LimitSlice slice(int shard, String cap, String used) {
    return slice(shard, new BigDecimal(cap), new BigDecimal(used));
  }

  // Their scale does not matter.
  private static LimitSlice slice(int shard, BigDecimal cap, BigDecimal used) {
    return new LimitSlice(shard, cap.setScale(2), used.setScale(2));
  }
}
