package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.RefundBook.aRefund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.fakes.CountingDigits;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.SlotNotOwned;
import com.yuge.payment.domain.shared.Slots;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A service whose database still has the rows of a slot that it has given away. */
class OwnSlotsTest {
  private static final Duration HOLD = Duration.ofMinutes(1);

  private final InMemoryPayments before = new InMemoryPayments();
  private final PaymentUseCases after =
      new PaymentUseCases(
          before.useCases.ports(),
          before.useCases.channels(),
          new CountingDigits(),
          InMemoryPayments.within(Slots.of("0-87,89-99")),
          before.clock);
  private final PayOrder given = before.given(paying(aPayOrder(new OrderNo("42"))));

  @Test
  void itsOrdersAreFoundByNoNumber() {
    notOwned(() -> after.findPayOrder().byOrderNo(given.orderNo()));
    notOwned(() -> after.findPayOrder().byPayNo(given.payNo()));
    notOwned(() -> after.findTimeline().handle(given.payNo(), TimelineCursor.NEWEST));
  }

  @Test
  void aCopyInTheCacheIsNotReadEither() {
    paid();
    assertThat(before.find.byPayNo(given.payNo())).isPresent();
    assertThat(before.finals.find(given.payNo())).isPresent();

    notOwned(() -> after.findPayOrder().byPayNo(given.payNo()));
  }

  @Test
  void noneIsMadeAgainOrChanged() {
    notOwned(() -> after.createPayOrder().handle(given.request()));
    notOwned(() -> after.applyChannelResult().handle(success(given, "T1"), Action.NOTIFY));
    notOwned(() -> after.reconcilePayOrder().onRequest(given.payNo()));

    assertThat(before.find.byPayNo(given.payNo()).orElseThrow().order()).isEqualTo(given);
  }

  @Test
  void theJobLeavesItsOrdersAlone() {
    PayOrder own = before.given(paying(aPayOrder(new OrderNo("ORD-1"))));
    before.due.scheduleCheck(given, Duration.ZERO);
    before.due.scheduleCheck(own, Duration.ZERO);

    assertThat(after.claimDueOrders().handle(8)).containsExactly(own.payNo());
  }

  @Test
  void theJobLeavesItsRefundsAlone() {
    paid();
    before.refundChannel.answersRefunds(FakeRefunds.AWAY);
    assertThat(before.refund.createRefund().handle(aRefund(given, given.amount()))).isPresent();
    before.clock.advance(Duration.ofHours(1));

    assertThat(after.refunds().claimDueRefunds(HOLD).handle(8)).isEmpty();
    before.clock.advance(HOLD);
    assertThat(before.refund.claimDueRefunds(HOLD).handle(8)).hasSize(1);
  }

  private void paid() {
    assertThat(before.apply.handle(success(given, "T1", given.amount()), Action.NOTIFY))
        .isPresent();
  }

  private static void notOwned(ThrowingCallable call) {
    assertThatExceptionOfType(SlotNotOwned.class).isThrownBy(call);
  }
}
