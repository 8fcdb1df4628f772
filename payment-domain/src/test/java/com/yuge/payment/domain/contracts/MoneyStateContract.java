package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.terms;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.MoneyState;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The counts of {@link MoneyReports}. */
public abstract class MoneyStateContract extends PayOrdersBench {
  private static final int ALL = 1000;
  private static final Duration LONG = Duration.ofHours(1);

  protected abstract MoneyReports reports();

  protected abstract PaidTrades trades();

  protected abstract DueOrders due();

  /** Takes what others left behind out of all reports: payments, claims and PAYING orders. */
  protected abstract void nothingIsReported();

  @BeforeEach
  void begin() {
    nothingIsReported();
  }

  @Test
  void whereNothingIsReportedNothingIsCounted() {
    MoneyState state = reports().state(NOW, ALL);

    assertThat(state.open()).isEmpty();
    assertThat(state.open(Kind.LATE)).isZero();
    assertThat(state.oldestOpen()).isEmpty();
    assertThat(state.claims()).isZero();
    assertThat(state.amountsAwaited()).isZero();
    assertThat(state.overdue()).isZero();
    assertThat(state.earliestCheck()).isEmpty();
  }

  @Test
  void whatIsOpenIsCountedByItsKindAndTheOldestIsKnown() {
    assertTaken(Kind.SETTLED, PRICE, NOW.minusSeconds(9));
    assertTaken(Kind.LATE, PRICE, LATER);
    assertTaken(Kind.MISMATCH, PRICE, NOW.plusNanos(1_000));
    assertTaken(Kind.MISMATCH, PRICE, LATER);
    assertTaken(Kind.DUPLICATE, null, LATER);

    MoneyState state = reports().state(NOW, ALL);

    assertThat(state.open())
        .containsOnly(
            Map.entry(Kind.LATE, 1), Map.entry(Kind.MISMATCH, 2), Map.entry(Kind.DUPLICATE, 1));
    assertThat(state.oldestOpen()).contains(NOW.plusNanos(1_000));
  }

  @Test
  void whatIsAcceptedIsOpenNoMore() {
    PaidTrade oldest = taken(payment(added(aPayOrder()), Kind.LATE, PRICE, NOW));
    assertTaken(Kind.MISMATCH, PRICE, LATER);

    assertThat(accept(oldest, new OperatorReason("op", "why"))).isTrue();

    MoneyState state = reports().state(NOW, ALL);
    assertThat(state.open()).containsOnlyKeys(Kind.MISMATCH);
    assertThat(state.oldestOpen()).contains(LATER);
  }

  /** A paid order has nothing else to be asked about. */
  @Test
  void aPaidOrderThatIsToBeAskedAboutAwaitsItsAmount() {
    PayOrder awaited = inStatus(PayStatus.SUCCESS);
    PayOrder known = inStatus(PayStatus.SUCCESS);
    transactions().run(() -> due().scheduleCheck(awaited, LONG));
    assertThat(known.status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(reports().state(NOW, ALL).amountsAwaited()).isEqualTo(1);

    transactions().run(() -> due().rest(awaited));

    assertThat(reports().state(NOW, ALL).amountsAwaited()).isZero();
  }

  @Test
  void overdueOrdersAreCounted() {
    assertThat(payingUntil(NOW.minusSeconds(2)).version()).isPositive();
    assertThat(payingUntil(NOW.minusNanos(1_000)).version()).isPositive();
    assertThat(payingUntil(NOW).version()).isPositive();

    assertThat(reports().state(NOW, ALL).overdue()).isEqualTo(2);
  }

  /** Its age tells that nobody makes checks, whatever the reason. */
  @ParameterizedTest
  @EnumSource
  void theEarliestCheckIsKnown(PayStatus status) {
    PayOrder earliest = inStatus(status);
    PayOrder other = inStatus(PayStatus.INIT);
    transactions().run(() -> due().scheduleCheck(earliest, LONG));
    transactions().run(() -> due().scheduleCheck(other, LONG.multipliedBy(2)));
    Instant first = earliestCheck().orElseThrow();

    transactions().run(() -> due().rest(earliest));

    assertThat(earliestCheck().orElseThrow()).isAfterOrEqualTo(first.plus(LONG));

    transactions().run(() -> due().rest(other));

    assertThat(earliestCheck()).isEmpty();
  }

  private Optional<Instant> earliestCheck() {
    return reports().state(NOW, ALL).earliestCheck();
  }

  private PayOrder inStatus(PayStatus status) {
    PayOrder order = added(aPayOrder());
    return switch (status) {
      case INIT -> order;
      case PAYING -> advanced(paying(order));
      case SUCCESS -> advanced(applied(order, success(order, aNonce())));
      case FAILED -> advanced(applied(order, failure(order, aNonce())));
      case CLOSED -> advanced(closed(order));
    };
  }

  @Test
  void everyCountEndsAtItsLimit() {
    PaidTrade foreign = taken(payment(added(aPayOrder()), Kind.SETTLED, PRICE, LATER));
    for (int i = 0; i < 3; i++) {
      PayOrder awaited = inStatus(PayStatus.SUCCESS);
      transactions().run(() -> due().scheduleCheck(awaited, LONG));
      assertTaken(Kind.LATE, PRICE, LATER.plusSeconds(i));
      addClaim(foreign, PRICE);
      assertThat(payingUntil(NOW.minusSeconds(1)).version()).isPositive();
    }

    assertCounts(reports().state(NOW, 2), 2);
    assertCounts(reports().state(NOW, 3), 3);
    assertCounts(reports().state(NOW, ALL), 3);
  }

  private static void assertCounts(MoneyState state, int count) {
    assertThat(state.open(Kind.LATE)).isEqualTo(count);
    assertThat(state.oldestOpen()).contains(LATER);
    assertThat(state.claims()).isEqualTo(count);
    assertThat(state.amountsAwaited()).isEqualTo(count);
    assertThat(state.overdue()).isEqualTo(count);
  }

  private void assertTaken(Kind kind, @Nullable Money amount, Instant receivedAt) {
    PaidTrade payment = payment(added(aPayOrder()), kind, amount, receivedAt);
    assertThat(taken(payment).kind()).isEqualTo(kind);
  }

  protected final PaidTrade taken(PaidTrade payment) {
    transactions()
        .run(
            () -> {
              PayOrder unused = locked(payment.payNo());
              assertThat(trades().add(payment)).isTrue();
            });
    return trades().find(payment.channel(), payment.tradeNo()).orElseThrow();
  }

  /** Another order claims the trade. */
  protected final void addClaim(PaidTrade foreign, @Nullable Money amount) {
    PayOrder claiming = added(aPayOrder());
    transactions()
        .run(
            () -> {
              PayOrder order = locked(claiming.payNo());
              trades()
                  .addClaim(
                      new TradeClaim(
                          0, foreign.channel(), foreign.tradeNo(), order.payNo(), amount, LATER));
            });
  }

  protected final boolean accept(PaidTrade open, OperatorReason reason) {
    return transactions().call(() -> reports().accept(accepted(open, reason), LATER));
  }

  protected static PaidTrade payment(
      PayOrder order, Kind kind, @Nullable Money amount, Instant receivedAt) {
    return new PaidTrade(
        0,
        order.channel(),
        new TradeNo(aNonce()),
        order.payNo(),
        kind,
        amount,
        null,
        receivedAt,
        kind == Kind.SETTLED ? null : State.OPEN,
        null,
        RefundTotals.NONE);
  }

  protected static PaidTrade accepted(PaidTrade open, OperatorReason reason) {
    return new PaidTrade(
        open.id(),
        open.channel(),
        open.tradeNo(),
        open.payNo(),
        open.kind(),
        open.amount(),
        open.paidAt(),
        open.receivedAt(),
        State.ACCEPTED,
        reason,
        RefundTotals.NONE);
  }

  protected static PaidTrade with(Money amount, PaidTrade payment) {
    return new PaidTrade(
        payment.id(),
        payment.channel(),
        payment.tradeNo(),
        payment.payNo(),
        payment.kind(),
        amount,
        payment.paidAt(),
        payment.receivedAt(),
        payment.state(),
        payment.resolved(),
        RefundTotals.NONE);
  }

  protected final PayOrder payingUntil(Instant expireAt) {
    PayOrder order = added(until(expireAt));
    return advanced(order.open(terms(order), order.createdAt()).order());
  }

  protected static PayOrder until(Instant expireAt) {
    PayOrder like = aPayOrder();
    return PayOrder.create(like.payNo(), like.request(), expireAt.minus(TIME_TO_PAY), expireAt);
  }
}
