package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every adapter of {@link FinalPayOrderCache} holds to while what it keeps copies in is there.
 */
public abstract class FinalPayOrderCacheContract {
  protected abstract FinalPayOrderCache finals();

  @Test
  void whatWasNeverPutIsNotFound() {
    assertThat(finals().find(aPayNo())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "FAILED", "CLOSED"})
  void aFinalOrderIsCopiedWithItsPayments(PayStatus status) {
    PayOrderDetails details = withPayments(status);

    assertCopied(new PayOrderDetails(details.order().stored(42), details.payments()));
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "PAYING"})
  void anOpenOrderIsNot(PayStatus status) {
    PayOrderDetails details = withPayments(status);

    finals().put(details);

    assertThat(finals().find(details.order().payNo())).isEmpty();
  }

  @Test
  void aCopyIsWhole() {
    PayOrderDetails paid = opened();
    assertCopied(applied(paid, success(paid.order(), "!\"\\'{}[]|,:;T1")));
    PayOrderDetails paidBefore = opened();
    assertCopied(applied(paidBefore, paidAt(NOW.plusNanos(1_000), paidBefore.order())));

    PayOrderDetails failing = opened();
    PayOrderDetails failed = applied(failing, failure(failing.order(), null));
    PayOrderDetails late = applied(failed, success(failed.order(), "T1"));
    assertCopied(applied(late, success(late.order(), "T2", ANOTHER_PRICE)));

    PayOrderDetails ended = unpaid(closed(aPayOrder()));
    assertCopied(applied(ended, success(ended.order(), "T1", PRICE_IN_DOLLARS)));
  }

  @ParameterizedTest
  @EnumSource
  void aPaymentOfEveryKindIsCopied(PaidTrade.Kind kind) {
    assertCopied(with(kind, kind == Kind.SETTLED ? null : State.OPEN, null));
  }

  @ParameterizedTest
  @EnumSource
  void anUnappliedPaymentIsCopiedInEveryState(PaidTrade.State state) {
    OperatorReason reason = new OperatorReason("o.p@shop-1", "why \"'{}\\ 支");

    assertCopied(with(Kind.LATE, state, state == State.ACCEPTED ? reason : null));
  }

  @Test
  void aDroppedCopyIsGoneAndDroppingNothingIsFine() {
    PayOrderDetails ended = unpaid(closed(aPayOrder()));
    PayOrderDetails other = unpaid(closed(aPayOrder()));
    finals().put(ended);
    finals().put(other);

    finals().drop(ended.order().payNo());
    finals().drop(ended.order().payNo());

    assertThat(finals().find(ended.order().payNo())).isEmpty();
    assertThat(finals().find(other.order().payNo())).contains(other);
  }

  /** It read the order before the commit, and puts its copy after the drop. */
  @Test
  void aSlowReaderDoesNotPutAnOldCopyBack() {
    PayOrderDetails old = unpaid(closed(aPayOrder()));

    finals().drop(old.order().payNo());
    finals().put(old);

    assertThat(finals().find(old.order().payNo())).isEmpty();
  }

  private static PayOrderDetails opened() {
    return unpaid(paying(aPayOrder(anOrderNo(), SUBJECT)).openedAt(CASHIER, NOW));
  }

  private static PayOrderDetails unpaid(PayOrder order) {
    return new PayOrderDetails(order, List.of());
  }

  private static PayOrderDetails with(
      Kind kind, @Nullable State state, @Nullable OperatorReason resolved) {
    PayOrder order = closed(aPayOrder());
    PaidTrade payment =
        new PaidTrade(
            42,
            order.channel(),
            new TradeNo("T1"),
            order.payNo(),
            kind,
            PRICE_IN_DOLLARS,
            NOW,
            LATER,
            state,
            resolved,
            RefundTotals.NONE);
    return new PayOrderDetails(order, List.of(payment));
  }

  private static ChannelResult paidAt(Instant moment, PayOrder order) {
    return new ChannelResult(order.payNo(), Status.SUCCESS, new TradeNo("T1"), PRICE, moment);
  }

  private void assertCopied(PayOrderDetails details) {
    finals().put(details);
    assertThat(finals().find(details.order().payNo())).contains(details);
  }
}
