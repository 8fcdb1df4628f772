package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The refund totals of {@link PaidTrades}, each replaced only by whoever has seen the last. */
public abstract class PaidTradesRefundsContract extends PaidTradesRaceContract {
  private final TradeNo tradeNo = new TradeNo(aNonce());

  @Test
  void theTotalsAreWrittenAndNothingElseChanges() {
    PaidTrade paid = settled();

    PaidTrade held = replaced(paid, paid.hold(yuan("10.01")));
    assertStored(held);

    PaidTrade refunded = replaced(held, held.refunded(yuan("10.01")));
    assertStored(refunded);
    assertThat(refunded.refunds())
        .isEqualTo(new RefundTotals(new BigDecimal("10.01"), new BigDecimal("10.01")));
  }

  @Test
  void whatAFailedRefundReleasesCanBeHeldAgain() {
    PaidTrade paid = settled();
    PaidTrade held = replaced(paid, paid.hold(PRICE));

    PaidTrade released = replaced(held, held.release(PRICE));

    assertThat(released).isEqualTo(paid);
    assertStored(replaced(released, released.hold(PRICE)));
  }

  @Test
  void aFailedRefundThatWasMadeAfterAllMayExceedThePayment() {
    PaidTrade paid = settled();
    PaidTrade held = replaced(paid, paid.hold(PRICE));

    PaidTrade exceeded = replaced(held, held.refundedLate(PRICE));

    assertThat(exceeded.refunds().held()).isEqualByComparingTo("199.98");
    assertStored(exceeded);
  }

  @Test
  void anUnappliedPaymentThatWentBackIsRefunded() {
    PaidTrade late = taken(late());
    PaidTrade held = replaced(late, late.hold(PRICE));

    PaidTrade refunded = replaced(held, held.refunded(PRICE));

    assertThat(refunded.state()).isEqualTo(State.REFUNDED);
    assertStored(refunded);
  }

  @Test
  void totalsThatAreOthersByNowAreNotReplaced() {
    PaidTrade paid = settled();
    PaidTrade held = replaced(paid, paid.hold(ANOTHER_PRICE));
    PaidTrade refunded = replaced(held, held.refunded(ANOTHER_PRICE));

    assertStale(paid, paid.hold(PRICE));
    assertStale(held, held.hold(ANOTHER_PRICE));

    assertStored(refunded);
  }

  @Test
  void totalsAreNotReplacedWhenTheAmountIsAnotherByNow() {
    PaidTrade paid = settled();
    PaidTrade less = paid.withAmount(ANOTHER_PRICE, null, false);
    underLock(paid, () -> trades().replaceAmount(paid, less));

    assertStale(paid, paid.hold(PRICE));

    assertStored(less);
  }

  @Test
  void totalsAreLostWithTheirTransaction() {
    PaidTrade paid = settled();
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                underLock(
                    paid,
                    () -> {
                      trades().replaceRefunds(paid, paid.hold(PRICE));
                      throw bug;
                    }))
        .isSameAs(bug);

    assertStored(paid);
  }

  @Test
  void ofManyWhoHoldTheSameMoneyOneDoes() {
    PaidTrade paid = settled();

    Race<PaidTrade> race = Race.of(8, () -> replaced(paid, paid.hold(PRICE)));

    assertThat(race.answers()).hasSize(1);
    assertThat(race.failures()).hasSize(7).hasOnlyElementsOfType(IllegalStateException.class);
    assertStored(paid.hold(PRICE));
  }

  private void assertStale(PaidTrade before, PaidTrade next) {
    assertThatThrownBy(() -> underLock(before, () -> trades().replaceRefunds(before, next)))
        .isInstanceOf(IllegalStateException.class);
  }

  private void assertStored(PaidTrade payment) {
    assertThat(trades().find(payment.channel(), payment.tradeNo())).contains(payment);
    assertThat(trades().of(payment.payNo())).isEqualTo(List.of(payment));
  }

  private PaidTrade replaced(PaidTrade before, PaidTrade next) {
    underLock(before, () -> trades().replaceRefunds(before, next));
    return next;
  }

  protected final void underLock(PaidTrade payment, Runnable work) {
    transactions()
        .run(
            () -> {
              PayOrder unused = locked(payment.payNo());
              work.run();
            });
  }

  private PaidTrade settled() {
    return taken(payment(added(aPayOrder()), tradeNo, PRICE));
  }

  private PaidTrade late() {
    PayOrder order = added(aPayOrder());
    return new PaidTrade(
        0,
        order.channel(),
        tradeNo,
        order.payNo(),
        Kind.LATE,
        PRICE,
        null,
        LATER,
        State.OPEN,
        null,
        RefundTotals.NONE);
  }
}
