package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requirements for each adapter of {@link DueRefunds}; by the real clock, as the store's is. */
public abstract class DueRefundsContract extends RefundsBench {
  private static final Duration HOLD = Duration.ofMinutes(2);
  private static final int ALL = 1000;

  protected abstract DueRefunds due();

  /** Postpones each refund that others left behind. */
  protected abstract void nothingIsDue();

  @BeforeEach
  void begin() {
    nothingIsDue();
  }

  @Test
  void aNewRefundIsDueWhenItsPauseEnds() {
    RefundNo now = dueIn(Duration.ZERO);
    RefundNo later = dueIn(LONG);

    assertThat(claim(ALL)).containsExactly(now).doesNotContain(later);
  }

  @Test
  void theMostOverdueComeFirst() {
    RefundNo second = dueIn(Duration.ofSeconds(-2));
    RefundNo first = dueIn(Duration.ofSeconds(-3));
    RefundNo third = dueIn(Duration.ofSeconds(-1));

    assertThat(claim(2)).containsExactly(first, second);
    assertThat(claim(2)).containsExactly(third);
    assertThat(claim(2)).isEmpty();
  }

  @Test
  void aClaimedRefundIsNobodyElsesUntilTheHoldEnds() {
    RefundNo refundNo = dueIn(Duration.ZERO);

    assertThat(claim(ALL, Duration.ZERO)).containsExactly(refundNo);
    assertThat(claim(ALL)).containsExactly(refundNo);
    assertThat(claim(ALL)).isEmpty();
  }

  @Test
  void aClaimLeavesTheRefundItselfAsItIs() {
    Refund refund = stored(aRefund(), Duration.ZERO);

    assertThat(claim(ALL)).containsExactly(refund.refundNo());

    assertThat(refunds().find(refund.refundNo())).contains(refund);
  }

  @Test
  void aClaimNamesTheVersionThatIsDue() {
    Refund refund = stored(aRefund(), LONG);
    Refund changed = written(next(refund, RefundStatus.ABNORMAL), Optional.of(Duration.ZERO));

    assertThat(due().claim(ALL, HOLD))
        .containsExactly(new DueRefund(changed.refundNo(), refund.version() + 1));
  }

  @ParameterizedTest
  @EnumSource
  void aStepReplacesTheTimeOfTheNextCallInEveryStatus(RefundStatus status) {
    Refund refund = stored(aRefund(), Duration.ZERO);

    Refund put = written(next(refund, status), Optional.of(LONG));
    assertThat(claim(ALL)).isEmpty();

    Refund again = written(next(put, status), Optional.of(Duration.ZERO));
    assertThat(claim(ALL)).containsExactly(again.refundNo());
  }

  @Test
  void aRefundWithoutANextCallIsDueNoMoreUntilItGetsOne() {
    Refund refund = stored(aRefund(), Duration.ZERO);

    Refund rests = written(next(refund, RefundStatus.FAILED), Optional.empty());
    assertThat(claim(ALL)).isEmpty();

    Refund followed =
        written(next(rests, RefundStatus.FAILED), Optional.of(Duration.ofSeconds(-1)));
    assertThat(claim(ALL)).containsExactly(followed.refundNo());
  }

  @Test
  void theTimeOfTheNextCallIsLostWithItsTransaction() {
    Refund refund = stored(aRefund(), Duration.ZERO);
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          Refund unused =
                              written(next(refund, RefundStatus.SUCCESS), Optional.empty());
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(claim(ALL)).containsExactly(refund.refundNo());
  }

  @Test
  void manyAtOnceShareTheWorkAndNobodyTakesWhatAnotherHas() {
    List<RefundNo> all = new ArrayList<>();
    PayOrder order = added(aPayOrder());
    for (int i = 0; i < 60; i++) {
      all.add(stored(aRefund(wanted(order)), Duration.ofSeconds(-1)).refundNo());
    }

    Race<List<RefundNo>> race =
        Race.of(
            6,
            () -> {
              List<RefundNo> mine = new ArrayList<>();
              for (int i = 0; i < 20; i++) {
                mine.addAll(claim(7));
              }
              return mine;
            });

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aRefundThatSomebodyIsWritingIsLeftForLater() {
    Refund refund = stored(aRefund(), Duration.ofSeconds(-1));

    List<List<RefundNo>> whileWritten =
        transactions()
            .call(
                () -> {
                  Refund unused =
                      written(next(refund, RefundStatus.ABNORMAL), Optional.of(Duration.ZERO));
                  return Race.of(1, () -> claim(ALL)).answers();
                });

    assertThat(whileWritten).containsExactly(List.of());
    assertThat(claim(ALL)).containsExactly(refund.refundNo());
  }

  /** A claim takes no lock on the order, so it waits for no payment and no refund of it. */
  @Test
  void aLockedOrdersRefundsAreClaimed() {
    Refund refund = stored(aRefund(), Duration.ofSeconds(-1));

    List<List<RefundNo>> whileLocked =
        transactions()
            .call(
                () -> {
                  PayOrder unused = locked(refund.terms().payNo());
                  return Race.of(1, () -> claim(ALL)).answers();
                });

    assertThat(whileLocked).containsExactly(List.of(refund.refundNo()));
  }

  private RefundNo dueIn(Duration pause) {
    return stored(aRefund(), pause).refundNo();
  }

  private List<RefundNo> claim(int limit) {
    return claim(limit, HOLD);
  }

  private List<RefundNo> claim(int limit, Duration hold) {
    return due().claim(limit, hold).stream().map(DueRefund::refundNo).toList();
  }
}
