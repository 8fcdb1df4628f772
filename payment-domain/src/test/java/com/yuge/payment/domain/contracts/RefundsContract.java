package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.Refunds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requirements for each adapter of {@link Refunds}. */
public abstract class RefundsContract extends RefundsKeysContract {
  @Test
  void aRefundIsFoundByBothItsNumbers() {
    Refund asked = aRefund();

    Refund stored = stored(asked);

    assertThat(stored.id()).isPositive();
    assertThat(stored.stored(0)).isEqualTo(asked);
    assertStored(stored);
  }

  @Test
  void anAutomaticRefundHasNoNumberOfACaller() {
    PayOrder order = added(aPayOrder());
    Refund stored = stored(aRefund(automatic(order, order.channel(), aTradeNo())));

    assertThat(refunds().find(stored.refundNo())).contains(stored);
    assertThat(refunds().of(order.payNo())).containsExactly(stored);
  }

  @Test
  void whatNobodyWantedIsNotFound() {
    Refund other = stored(aRefund());
    PayOrder order = added(aPayOrder());
    RefundOrderNo number = number(other);

    assertThat(refunds().find(aRefund(wanted(order)).refundNo())).isEmpty();
    assertThat(refunds().find(order.payNo(), number)).isEmpty();
    assertThat(refunds().find(other.terms().payNo(), new RefundOrderNo("other"))).isEmpty();
    assertThat(refunds().of(order.payNo())).isEmpty();
    assertThat(refunds().of(aPayNo())).isEmpty();
  }

  @Test
  void anOrdersRefundsAreItsOwnAndReadOldestFirst() {
    PayOrder order = added(aPayOrder());
    Refund first = stored(aRefund(wanted(order, "z")));
    Refund foreign = stored(aRefund());
    Refund second = stored(aRefund(wanted(order, "a")));
    Refund third = stored(aRefund(wanted(order, "k")));

    assertThat(refunds().of(order.payNo())).containsExactly(first, second, third);
    assertThat(List.of(first.id(), foreign.id(), second.id(), third.id())).isSorted();
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusIsKept(RefundStatus status) {
    Refund written = written(next(stored(aRefund()), status));

    assertThat(written.status()).isEqualTo(status);
    assertStored(written);
  }

  @Test
  void theWholeProgressIsKept() {
    RefundProgress progress =
        new RefundProgress(
            7,
            NOW.plusNanos(1_000),
            NOW.plusNanos(2_000),
            NOW.plusNanos(3_000),
            new ChannelRefundNo("5030".repeat(16)),
            new FailCode("F".repeat(64)),
            "支".repeat(RefundProgress.LONGEST_ERROR),
            NOW.plusNanos(4_000),
            NOW.plusNanos(5_000));

    assertStored(written(next(stored(aRefund()), RefundStatus.FAILED, progress)));
  }

  @Test
  void whatAStepForgetsIsGone() {
    Refund failed = written(next(stored(aRefund()), RefundStatus.FAILED));

    assertStored(written(next(failed, RefundStatus.REFUNDING, RefundProgress.NONE)));
  }

  @Test
  void aVersionIsWrittenOnce() {
    Refund stored = stored(aRefund());
    Refund first = written(next(stored, RefundStatus.ABNORMAL));

    assertStale(next(stored, RefundStatus.SUCCESS));

    assertStored(first);
    assertStored(written(next(first, RefundStatus.SUCCESS)));
  }

  @Test
  void noVersionIsLeftOut() {
    Refund stored = stored(aRefund());

    assertStale(next(next(stored, RefundStatus.ABNORMAL), RefundStatus.SUCCESS));

    assertStored(stored);
  }

  @Test
  void aRefundThatWasNeverAddedCannotBeWritten() {
    assertStale(next(aRefund(), RefundStatus.SUCCESS));
  }

  private void assertStale(Refund next) {
    assertThatThrownBy(() -> written(next)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ofManyWhoWriteOneVersionOneDoes() {
    Refund stored = stored(aRefund());
    Refund next = next(stored, RefundStatus.SUCCESS);

    Race<Refund> race = Race.of(8, () -> written(next));

    assertThat(race.answers()).containsExactly(next);
    assertThat(race.failures()).hasSize(7).hasOnlyElementsOfType(IllegalStateException.class);
    assertStored(next);
  }

  @Test
  void onlyATransactionAddsAndWritesRefunds() {
    Refund stored = stored(aRefund());
    Refund another = aRefund();

    assertThatThrownBy(() -> refunds().add(another, LONG))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> refunds().advance(next(stored, RefundStatus.SUCCESS), Optional.empty()))
        .isInstanceOf(IllegalStateException.class);

    assertStored(stored);
    assertThat(refunds().find(another.refundNo())).isEmpty();
  }

  @Test
  void aRefundIsLostWithItsTransactionAndItsNumbersAreFreeAgain() {
    Refund lost = aRefund();
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          assertStored(stored(lost));
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(refunds().of(lost.terms().payNo())).isEmpty();
    assertStored(stored(lost));
  }

  @Test
  void aStepIsLostWithItsTransaction() {
    Refund stored = stored(aRefund());
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          assertStored(written(next(stored, RefundStatus.SUCCESS)));
                          throw bug;
                        }))
        .isSameAs(bug);

    assertStored(stored);
  }

  @Test
  void momentsAreKeptToTheMicrosecond() {
    assertStored(stored(aRefund(wanted(added(aPayOrder())), LATER.plusNanos(1_000))));
  }
}
