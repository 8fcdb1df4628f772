package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An impossible order or payment cannot be built, not even from a row. */
class PayOrderInvariantsTest {
  private static final TradeNo TRADE = new TradeNo("T1");

  @Test
  void aVersionCountsFromZero() {
    PayOrder order = aPayOrder();

    assertThat(row(order, 0, order.expireAt())).isEqualTo(order);
    assertImpossible(() -> row(order, -1, order.expireAt()), "version");
  }

  @Test
  void anOrderDoesNotExpireBeforeItIsCreated() {
    PayOrder order = aPayOrder();

    assertThat(row(order, 0, order.createdAt()).expireAt()).isEqualTo(order.createdAt());
    assertImpossible(
        () -> row(order, 0, order.createdAt().minusNanos(1_000)), "expire before its creation");
  }

  @Test
  void successAndItsMomentGoTogether() {
    assertThat(row(PayStatus.SUCCESS, new Ending(NOW, TRADE, NOW)).paidAt()).isEqualTo(NOW);
    assertImpossible(() -> row(PayStatus.SUCCESS, new Ending(NOW, TRADE, null)), "paidAt");
    assertImpossible(() -> row(PayStatus.SUCCESS, new Ending(NOW, null, NOW)), "trade");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void onlyAPaidOrderHasAMomentOfPayment(PayStatus status) {
    assertImpossible(() -> row(status, new Ending(NOW, TRADE, NOW)), "paidAt");
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "PAYING"})
  void anOpenOrderHasNoEnding(PayStatus status) {
    assertThat(row(status, null).endedAt()).isNull();
    assertThat(row(status, null).channelTradeNo()).isNull();
    assertImpossible(() -> row(status, new Ending(NOW, null, null)), "ending");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void whatHasEndedHasAnEnding(PayStatus status) {
    assertThat(row(status, new Ending(NOW, null, null)).endedAt()).isEqualTo(NOW);
    assertImpossible(() -> row(status, null), "ending");
  }

  @Test
  void whatIsPaidHasAnEnding() {
    assertImpossible(() -> row(PayStatus.SUCCESS, null), "ending");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindMayNeedAPersonAndWhatIsUnappliedAlwaysDoes(Kind kind) {
    assertThat(payment(kind, State.OPEN).isUnapplied()).isEqualTo(kind != Kind.SETTLED);
    if (kind == Kind.SETTLED) {
      assertThat(payment(kind, null).state()).isNull();
    } else {
      assertThatThrownBy(() -> payment(kind, null)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatIsAcceptedWasAcceptedBySomebody() {
    assertThatThrownBy(() -> payment(Kind.LATE, State.ACCEPTED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertImpossible(Supplier<PayOrder> building, String rule) {
    assertThatThrownBy(building::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rule);
  }

  private static PaidTrade payment(Kind kind, @Nullable State state) {
    return new PaidTrade(
        0,
        TestChannels.MOCK,
        TRADE,
        aPayNo(),
        kind,
        PRICE,
        null,
        NOW,
        state,
        null,
        RefundTotals.NONE);
  }

  private static PayOrder row(PayOrder like, int version, Instant expireAt) {
    return row(like, PayStatus.INIT, version, expireAt, null);
  }

  private static PayOrder row(PayStatus status, @Nullable Ending ending) {
    PayOrder like = aPayOrder();
    return row(like, status, 1, like.expireAt(), ending);
  }

  private static PayOrder row(
      PayOrder like, PayStatus status, int version, Instant expireAt, @Nullable Ending ending) {
    return new PayOrder(
        like.id(),
        like.payNo(),
        like.request(),
        status,
        version,
        expireAt,
        like.createdAt(),
        like.updatedAt(),
        null,
        null,
        ending,
        null);
  }
}
