package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.told;
import static com.yuge.payment.domain.order.PayStatus.CLOSED;
import static com.yuge.payment.domain.order.PayStatus.FAILED;
import static com.yuge.payment.domain.order.PayStatus.INIT;
import static com.yuge.payment.domain.order.PayStatus.PAYING;
import static com.yuge.payment.domain.order.PayStatus.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.order.Settlement.Duplicate;
import com.yuge.payment.domain.order.Settlement.Ignored;
import com.yuge.payment.domain.order.Settlement.LateSuccess;
import com.yuge.payment.domain.order.Settlement.Mismatch;
import com.yuge.payment.domain.shared.TradeNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the matrix of states does not show: times, second and third payments. */
class PayOrderTest {
  @Test
  void aNewOrderIsInitAndUnversioned() {
    PayOrder order = aPayOrder();

    assertThat(order.status()).isEqualTo(INIT);
    assertThat(order.version()).isZero();
    assertThat(order.updatedAt()).isEqualTo(NOW);
    assertThat(order.trade()).isEqualTo(new Trade(order.payNo(), PRICE, NOW.plus(TIME_TO_PAY)));
    assertThat(order.holdsStrayMoney()).isFalse();
  }

  @Test
  void itAsksForItsOwnAmountAndChannelOnly() {
    PayOrder order = aPayOrder();

    assertThat(order.asks(PRICE, PayChannel.MOCK)).isTrue();
    assertThat(order.asks(ANOTHER_PRICE, PayChannel.MOCK)).isFalse();
    assertThat(order.asks(PRICE_IN_DOLLARS, PayChannel.MOCK)).isFalse();
    assertThat(order.asks(PRICE, PayChannel.ALIPAY)).isFalse();
  }

  @Test
  void anOrderMayBeOpenedUntilItsLastMicrosecond() {
    PayOrder order = aPayOrder();

    assertThat(order.open(order.expireAt().minusNanos(1_000))).isInstanceOf(Opening.Begun.class);
    assertThat(order.open(order.expireAt())).isInstanceOf(Opening.Refused.class);
    assertThat(paying(order).open(order.expireAt())).isInstanceOf(Opening.Refused.class);
  }

  @Test
  void theFirstAddressStays() {
    PayOrder opened = paying(aPayOrder()).openedAt(CASHIER, LATER);

    assertThat(opened.payUrl()).isEqualTo(CASHIER);
    assertThat(opened.updatedAt()).isEqualTo(LATER);
    assertThatThrownBy(() -> opened.openedAt(new PayUrl("http://other"), LATER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(told(opened, success(opened, "T1")).payUrl()).isEqualTo(CASHIER);
  }

  @Test
  void moneyIsTakenEvenAfterTheTimeToPay() {
    PayOrder order = aPayOrder(PAYING);

    assertThat(order.settle(success(order, "T1"), order.expireAt().plus(TIME_TO_PAY)))
        .isInstanceOf(Applied.class);
  }

  @Test
  void aPaidOrderKnowsTradeAndMoment() {
    PayOrder order = aPayOrder();
    PayOrder paid = order.settle(success(order, "T1"), LATER).order();

    assertThat(paid.channelTradeNo()).isEqualTo(new TradeNo("T1"));
    assertThat(paid.paidAt()).isEqualTo(LATER);
    assertThat(paid.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void aWordAboutAnotherOrderIsABug() {
    PayOrder order = aPayOrder();

    assertThatThrownBy(() -> order.settle(success(aPayOrder(), "T1"), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void aLateSuccessIsHeldOnceAndAnotherIsADoublePayment(PayStatus ended) {
    PayOrder order = aPayOrder(ended);
    LateSuccess late = (LateSuccess) order.settle(success(order, "T2"), LATER);
    PayOrder held = late.order();

    assertThat(held.lateSuccess()).isEqualTo(new StrayPayment(new TradeNo("T2"), PRICE, LATER));
    assertThat(held.holdsStrayMoney()).isTrue();
    assertThat(held.settle(success(order, "T2"), LATER)).isEqualTo(new Duplicate(held));
    assertThat(held.settle(failure(order, "T2"), LATER)).isEqualTo(new Ignored(held));
    assertThat(held.settle(success(order, "T3"), LATER))
        .isInstanceOfSatisfying(
            Mismatch.class,
            second -> {
              assertThat(second.recorded()).isTrue();
              assertThat(second.order().lateSuccess()).isEqualTo(held.lateSuccess());
            });
  }

  @Test
  void aSecondTradeOnAPaidOrderIsADoublePayment() {
    PayOrder paid = aPayOrder(SUCCESS);
    PayOrder twice = told(paid, success(paid, "T2"));

    assertThat(twice.mismatch()).isEqualTo(new StrayPayment(new TradeNo("T2"), PRICE, NOW));
    assertThat(twice.channelTradeNo()).isEqualTo(paid.channelTradeNo());
    assertThat(twice.settle(success(paid, "T2"), LATER)).isEqualTo(new Duplicate(twice));
    assertThat(twice.settle(success(paid, "T1"), LATER)).isEqualTo(new Duplicate(twice));
    assertThat(twice.settle(success(paid, "T3"), LATER)).isEqualTo(new Mismatch(twice, false));
  }

  @ParameterizedTest
  @EnumSource
  void theFirstMismatchIsHeldWithWhatWasPaid(PayStatus status) {
    PayOrder order = aPayOrder(status);
    PayOrder marked = order.settle(success(order, "T1", PRICE_IN_DOLLARS), LATER).order();

    assertThat(marked.mismatch())
        .isEqualTo(new StrayPayment(new TradeNo("T1"), PRICE_IN_DOLLARS, LATER));
    assertThat(marked.status()).isEqualTo(status);
    assertThat(marked.settle(success(order, "T1", PRICE_IN_DOLLARS), LATER))
        .isEqualTo(new Duplicate(marked));
    assertThat(marked.settle(success(order, "T9", ANOTHER_PRICE), LATER))
        .isEqualTo(new Mismatch(marked, false));
  }

  @Test
  void aMismatchDoesNotKeepAnOpenOrderFromBeingPaid() {
    PayOrder order = aPayOrder(PAYING);
    PayOrder marked = told(order, success(order, "T1", ANOTHER_PRICE));
    PayOrder paid = told(marked, success(marked, "T2", PRICE));

    assertThat(paid.status()).isEqualTo(SUCCESS);
    assertThat(paid.mismatch()).isEqualTo(marked.mismatch());
  }

  @ParameterizedTest
  @EnumSource
  void aMismatchedTradeNeverSettlesByAWordThatLeavesTheAmountOut(PayStatus status) {
    PayOrder order = aPayOrder(status);
    PayOrder marked = told(order, success(order, "T2", ANOTHER_PRICE));

    assertThat(marked.settle(success(order, "T2"), LATER)).isEqualTo(new Duplicate(marked));
  }

  @Test
  void aFailedTradeMayStillSucceedLate() {
    PayOrder failed = aPayOrder(FAILED);

    assertThat(failed.settle(success(failed, "T1"), LATER)).isInstanceOf(LateSuccess.class);
    assertThat(aPayOrder(CLOSED).channelTradeNo()).isNull();
  }
}
