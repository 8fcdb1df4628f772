package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An impossible order cannot be built, not even from a row. */
class PayOrderInvariantsTest {
  private static final TradeNo TRADE = new TradeNo("T1");
  private static final StrayPayment STRAY = new StrayPayment(TRADE, PRICE, NOW);

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
    assertImpossible(() -> row(order, 0, order.createdAt().minusNanos(1_000)), "expires");
  }

  @Test
  void successAndItsMomentGoTogether() {
    assertThat(row(PayStatus.SUCCESS, TRADE, NOW, null).paidAt()).isEqualTo(NOW);
    assertImpossible(() -> row(PayStatus.SUCCESS, TRADE, null, null), "paidAt");
    assertImpossible(() -> row(PayStatus.SUCCESS, null, NOW, null), "trade");
  }

  @ParameterizedTest
  @EnumSource(names = "SUCCESS", mode = EnumSource.Mode.EXCLUDE)
  void onlyAPaidOrderHasAMomentOfPayment(PayStatus status) {
    assertImpossible(() -> row(status, null, NOW, null), "paidAt");
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "PAYING"})
  void anOpenOrderHasNoDecidingTrade(PayStatus status) {
    assertImpossible(() -> row(status, TRADE, null, null), "deciding trade");
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "PAYING"})
  void nothingIsLateForAnOpenOrder(PayStatus status) {
    assertImpossible(() -> row(status, null, null, STRAY), "late");
  }

  @Test
  void nothingIsLateForAPaidOrder() {
    assertImpossible(() -> row(PayStatus.SUCCESS, TRADE, NOW, STRAY), "late");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void moneyMayBeLateForAnOrderThatEndedUnpaid(PayStatus status) {
    assertThat(row(status, null, null, STRAY).lateSuccess()).isEqualTo(STRAY);
  }

  private static void assertImpossible(Supplier<PayOrder> building, String rule) {
    assertThatThrownBy(building::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rule);
  }

  private static PayOrder row(PayOrder like, int version, Instant expireAt) {
    return row(like, PayStatus.INIT, version, expireAt, null, null, null);
  }

  private static PayOrder row(
      PayStatus status,
      @Nullable TradeNo trade,
      @Nullable Instant paidAt,
      @Nullable StrayPayment late) {
    PayOrder like = aPayOrder();
    return row(like, status, 1, like.expireAt(), trade, paidAt, late);
  }

  private static PayOrder row(
      PayOrder like,
      PayStatus status,
      int version,
      Instant expireAt,
      @Nullable TradeNo trade,
      @Nullable Instant paidAt,
      @Nullable StrayPayment late) {
    return new PayOrder(
        like.id(),
        like.payNo(),
        like.orderNo(),
        like.amount(),
        like.channel(),
        status,
        version,
        expireAt,
        like.createdAt(),
        like.updatedAt(),
        null,
        trade,
        paidAt,
        late,
        null);
  }
}
