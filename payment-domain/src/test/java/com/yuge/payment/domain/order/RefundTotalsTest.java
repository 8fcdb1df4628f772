package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What a payment still has to give back. */
class RefundTotalsTest {
  private final PaidTrade payment =
      withPayments(PayStatus.SUCCESS).payments().get(0).withAmount(PRICE, null, false);

  @Test
  void aHeldRefundIsNotRefundableAgain() {
    PaidTrade held = payment.hold(yuan("60.00"));

    assertThat(held.refundable()).isEqualByComparingTo("39.99");
    assertThat(held.isBeingRefunded()).isTrue();
    assertThatThrownBy(() -> held.hold(yuan("40.00"))).isInstanceOf(IllegalArgumentException.class);
    assertThat(held.hold(yuan("39.99")).refundable()).isEqualByComparingTo("0");
  }

  @Test
  void aFailedRefundIsFree() {
    assertThat(payment.hold(PRICE).release(PRICE)).isEqualTo(payment);
  }

  @Test
  void aRefundThatWasMadeStaysHeld() {
    PaidTrade refunded = payment.hold(PRICE).refunded(PRICE);

    assertThat(refunded.refunds()).isEqualTo(new RefundTotals(PRICE.amount(), PRICE.amount()));
    assertThat(refunded.isBeingRefunded()).isFalse();
    assertThatThrownBy(() -> refunded.release(PRICE)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLateOneMayExceedThePaymentAndThenNothingIsLeft() {
    PaidTrade late = payment.hold(PRICE).refunded(PRICE).refundedLate(PRICE);

    assertThat(late.refunds().done()).isEqualByComparingTo("199.98");
    assertThat(late.refundable()).isEqualByComparingTo("0");
  }

  @Test
  void nothingIsRefundableWhileTheAmountIsUnknown() {
    PaidTrade unknown = withPayments(PayStatus.SUCCESS).payments().get(0);

    assertThat(unknown.amount()).isNull();
    assertThat(unknown.refundable()).isEqualByComparingTo("0");
  }

  @Test
  void theTotalsFitTogether() {
    assertThatThrownBy(() -> new RefundTotals(BigDecimal.ONE, BigDecimal.TEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RefundTotals(BigDecimal.ONE.negate(), BigDecimal.ONE.negate()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new RefundTotals(BigDecimal.TEN, BigDecimal.ONE).undecided())
        .isEqualTo(new BigDecimal("9.00"));
  }
}
