package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter of {@link PaidTrades} holds to; what is written is read back whole. */
public abstract class PaidTradesContract extends PaidTradesRefundsContract {
  private static final String VISIBLE = "!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~";

  private final TradeNo tradeNo = new TradeNo(aNonce());

  @Test
  void aPaymentIsFoundByItsOrderAndByItsTrade() {
    PayOrder order = added(aPayOrder());
    PaidTrade asked = payment(order, tradeNo, PRICE);

    PaidTrade stored = taken(asked);

    assertThat(stored.id()).isPositive();
    assertThat(stored.stored(0)).isEqualTo(asked);
    assertThat(trades().of(order.payNo())).containsExactly(stored);
  }

  @Test
  void whatNobodyPaidIsNotFound() {
    PayOrder order = added(aPayOrder());

    assertThat(trades().of(order.payNo())).isEmpty();
    assertThat(trades().of(aPayNo())).isEmpty();
    assertThat(trades().find(TestChannels.MOCK, tradeNo)).isEmpty();
  }

  @Test
  void anOrdersPaymentsAreItsOwnAndToldOldestFirst() {
    PayOrder order = added(aPayOrder());
    PayOrder other = added(aPayOrder());
    PaidTrade first = taken(payment(order, new TradeNo("z" + aNonce()), PRICE));
    PaidTrade foreign = taken(payment(other, new TradeNo("m" + aNonce()), PRICE));
    PaidTrade second = taken(payment(order, new TradeNo("a" + aNonce()), PRICE));
    PaidTrade third = taken(payment(order, new TradeNo("k" + aNonce()), PRICE));

    assertThat(trades().of(order.payNo())).containsExactly(first, second, third);
    assertThat(trades().of(other.payNo())).containsExactly(foreign);
    assertThat(List.of(first.id(), foreign.id(), second.id(), third.id())).isSorted();
  }

  @Test
  void aTradeIsOneOrdersForEver() {
    PaidTrade stored = taken(payment(added(aPayOrder()), tradeNo, PRICE));
    PayOrder other = added(aPayOrder());

    assertThat(add(payment(other, tradeNo, PRICE_IN_DOLLARS))).isFalse();

    assertThat(trades().find(TestChannels.MOCK, tradeNo)).contains(stored);
    assertThat(trades().of(other.payNo())).isEmpty();
  }

  @Test
  void aTradeIsTakenOnceByItsOwnOrderToo() {
    PayOrder order = added(aPayOrder());
    PaidTrade stored = taken(payment(order, tradeNo, PRICE));

    assertThat(add(payment(order, tradeNo, PRICE))).isFalse();

    assertThat(trades().of(order.payNo())).containsExactly(stored);
  }

  /** Whoever finds a trade taken goes on: its transaction writes a claim instead. */
  @Test
  void aTradeThatIsTakenLeavesTheTransactionUsable() {
    PaidTrade stored = taken(payment(added(aPayOrder()), tradeNo, PRICE));
    PayOrder other = added(aPayOrder());
    TradeNo free = new TradeNo(aNonce());

    transactions()
        .run(
            () -> {
              PayOrder locked = locked(other.payNo());
              assertThat(trades().add(payment(locked, tradeNo, PRICE))).isFalse();
              assertThat(trades().find(TestChannels.MOCK, tradeNo)).contains(stored);
              assertThat(trades().add(payment(locked, free, PRICE))).isTrue();
            });

    assertThat(trades().of(other.payNo())).extracting(PaidTrade::tradeNo).containsExactly(free);
  }

  @Test
  void aTradeIsTakenInItsOwnChannelOnly() {
    PaidTrade ours = taken(payment(added(aPayOrder()), tradeNo, PRICE));
    PaidTrade theirs = taken(payment(added(orderOf(TestChannels.WECHAT)), tradeNo, PRICE));

    assertThat(trades().find(TestChannels.MOCK, tradeNo)).contains(ours);
    assertThat(trades().find(TestChannels.WECHAT, tradeNo)).contains(theirs);
    assertThat(trades().find(TestChannels.ALIPAY, tradeNo)).isEmpty();
  }

  @Test
  void tradeNumbersAreCaseSensitive() {
    PaidTrade lower = taken(payment(added(aPayOrder()), new TradeNo("a" + tradeNo), PRICE));
    PaidTrade upper = taken(payment(added(aPayOrder()), new TradeNo("A" + tradeNo), PRICE));

    assertThat(trades().find(TestChannels.MOCK, lower.tradeNo())).contains(lower);
    assertThat(trades().find(TestChannels.MOCK, upper.tradeNo())).contains(upper);
  }

  @Test
  void theLongestTradeNumberIsKept() {
    String longest = (tradeNo + VISIBLE).substring(0, 64);

    assertKept(payment(added(aPayOrder()), new TradeNo(longest), PRICE));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsKept(Kind kind) {
    assertKept(payment(added(aPayOrder()), kind, PRICE, NOW, LATER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MOCK", "ALIPAY", "WECHAT", "A_CHANNEL_OF_THE_LONGEST_NAME_99"})
  void everyChannelIsKept(PayChannel channel) {
    assertKept(payment(added(orderOf(channel)), tradeNo, PRICE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "7", "1234567.8", "9999999999.99"})
  void everyAmountIsKept(String amount) {
    assertKept(payment(added(aPayOrder()), tradeNo, yuan(amount)));
  }

  @Test
  void anotherCurrencyIsKeptAndSoIsAnAmountThatNobodySaid() {
    assertKept(payment(added(aPayOrder()), tradeNo, PRICE_IN_DOLLARS));
    assertKept(payment(added(aPayOrder()), new TradeNo(aNonce()), null));
  }

  /** Among them moments that a change to summer time leaves out of local clocks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:00:00Z",
        "2026-01-01T23:59:59.999999Z",
        "2026-03-08T02:30:00.000001Z",
        "2026-03-29T02:30:00.1Z",
        "2037-12-31T16:00:00.123456Z"
      })
  void momentsAreKeptToTheMicrosecond(Instant moment) {
    assertKept(payment(added(aPayOrder()), Kind.LATE, PRICE, moment, LATER));
    assertKept(payment(added(aPayOrder()), Kind.LATE, PRICE, null, moment));
  }

  @ParameterizedTest
  @EnumSource
  void anAmountThatWasUnsaidIsFilledInAndNothingElseChanges(Kind kind) {
    PayOrder order = added(aPayOrder());
    PaidTrade stored = taken(payment(order, kind, null, NOW, LATER));
    PaidTrade filled = with(PRICE_IN_DOLLARS, stored);

    replace(stored, filled);

    assertThat(trades().of(order.payNo())).containsExactly(filled);
    assertThat(trades().find(TestChannels.MOCK, stored.tradeNo())).contains(filled);
  }

  @Test
  void anAmountIsReplacedWithTheTimeAndTheStateThatGoWithIt() {
    PayOrder order = added(aPayOrder());
    PaidTrade stored = taken(payment(order, Kind.SETTLED, PRICE, null, LATER));
    PaidTrade next = stored.withAmount(ANOTHER_PRICE, NOW, true);

    replace(stored, next);

    assertThat(trades().of(order.payNo())).containsExactly(next);
  }

  @Test
  void anAmountThatIsAnotherByNowIsNotReplaced() {
    PayOrder order = added(aPayOrder());
    PaidTrade known = taken(payment(order, tradeNo, PRICE));
    PaidTrade unsaid = with(null, known);

    assertThatThrownBy(() -> replace(unsaid, with(yuan("1"), known)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> replace(with(yuan("2"), known), with(yuan("1"), known)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(trades().of(order.payNo())).containsExactly(known);
  }

  @Test
  void anAmountIsLostWithItsTransaction() {
    PaidTrade stored = taken(payment(added(aPayOrder()), tradeNo, null));

    assertBugEnds(stored, () -> trades().replaceAmount(stored, with(PRICE, stored)));

    assertThat(trades().find(TestChannels.MOCK, tradeNo)).contains(stored);
  }

  @Test
  void aPaymentIsLostWithItsTransactionAndItsTradeIsFreeAgain() {
    PaidTrade lost = payment(added(aPayOrder()), tradeNo, PRICE);

    assertBugEnds(
        lost,
        () -> {
          assertThat(trades().add(lost)).isTrue();
          assertThat(trades().of(lost.payNo())).hasSize(1);
        });

    assertThat(trades().find(TestChannels.MOCK, tradeNo)).isEmpty();
    assertKept(payment(added(aPayOrder()), tradeNo, PRICE));
  }

  private void assertBugEnds(PaidTrade payment, Runnable work) {
    RuntimeException bug = new UnsupportedOperationException("bug");
    assertThatThrownBy(
            () ->
                underLock(
                    payment,
                    () -> {
                      work.run();
                      throw bug;
                    }))
        .isSameAs(bug);
  }

  private void assertKept(PaidTrade payment) {
    PaidTrade stored = taken(payment);

    assertThat(stored.stored(0)).isEqualTo(payment);
    assertThat(trades().of(payment.payNo())).containsExactly(stored);
  }

  private void replace(PaidTrade before, PaidTrade next) {
    underLock(next, () -> trades().replaceAmount(before, next));
  }

  private PaidTrade payment(
      PayOrder order,
      Kind kind,
      @Nullable Money amount,
      @Nullable Instant paidAt,
      Instant receivedAt) {
    return new PaidTrade(
        0,
        order.channel(),
        new TradeNo(aNonce()),
        order.payNo(),
        kind,
        amount,
        paidAt,
        receivedAt,
        kind == Kind.SETTLED ? null : State.OPEN,
        null,
        RefundTotals.NONE);
  }

  private static PaidTrade with(@Nullable Money amount, PaidTrade payment) {
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

  private static PayOrder orderOf(PayChannel channel) {
    PayOrder like = aPayOrder();
    PayRequest request = new PayRequest(like.orderNo(), PRICE, channel, null, Parties.UNSAID);
    return PayOrder.create(like.payNo(), request, NOW, like.expireAt());
  }
}
