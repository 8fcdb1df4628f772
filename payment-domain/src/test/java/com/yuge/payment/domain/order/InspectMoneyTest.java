package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.InspectMoney.TradeDetails;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectMoneyTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final InspectMoney inspect = payments.inspectMoney;
  private final PayOrder ended = payments.given(aPayOrder(PayStatus.CLOSED));
  private final PayOrder open = payments.given(aPayOrder(PayStatus.PAYING));

  @Test
  void unappliedMoneyIsShownByItsState() {
    PaidTrade late = told(success(ended, "T1", PRICE)).get(0);
    PaidTrade twice = told(success(ended, "T2", PRICE)).get(1);
    PaidTrade tooLittle = told(success(open, "T3", ANOTHER_PRICE)).get(0);

    assertThat(inspect.unapplied(State.OPEN, 0, 10)).containsExactly(late, twice, tooLittle);
    assertThat(inspect.unapplied(State.OPEN, late.id(), 1)).containsExactly(twice);
    assertThat(inspect.unapplied(State.ACCEPTED, 0, 10)).isEmpty();

    assertThat(payments.accept.handle(twice.id(), new OperatorReason("op", "why"))).isPresent();

    assertThat(inspect.unapplied(State.OPEN, 0, 10)).containsExactly(late, tooLittle);
    assertThat(inspect.unapplied(State.ACCEPTED, 0, 10))
        .extracting(PaidTrade::id)
        .containsExactly(twice.id());
  }

  @Test
  void aTradeIsShownWithWhoseItIsAndWhoClaimedIt() {
    PaidTrade payment = told(success(open, "T1", PRICE)).get(0);
    assertThat(told(success(ended, "T1", ANOTHER_PRICE))).isEmpty();

    Optional<TradeDetails> details = inspect.trade(TestChannels.MOCK, new TradeNo("T1"));

    assertThat(details).map(TradeDetails::payment).contains(payment);
    assertThat(details.orElseThrow().claims())
        .extracting(claim -> claim.payNo() + " " + claim.amount())
        .containsExactly(ended.payNo() + " 0.01 CNY");
    assertThat(inspect.claims(0, 10)).isEqualTo(details.orElseThrow().claims());
    assertThat(inspect.trade(TestChannels.MOCK, new TradeNo("T2"))).isEmpty();
    assertThat(inspect.trade(TestChannels.WECHAT, new TradeNo("T1"))).isEmpty();
  }

  @Test
  void anOrderIsOverdueWhenItIsPayingLongPastItsExpiry() {
    payments.clock.advance(TIME_TO_PAY.plus(InMemoryPayments.OVERDUE_AFTER));
    assertThat(inspect.overdue(null, 10)).isEmpty();
    assertThat(inspect.state().overdue()).isZero();

    payments.clock.advance(Duration.ofNanos(1_000));

    assertThat(inspect.overdue(null, 10)).containsExactly(open);
    assertThat(inspect.overdue(open.payNo(), 10)).isEmpty();
    assertThat(inspect.state().overdue()).isEqualTo(1);
  }

  @Test
  void everythingIsCounted() {
    assertThat(told(success(ended, "T1"))).hasSize(1);
    assertThat(told(success(ended, "T2", PRICE))).hasSize(2);
    assertThat(told(success(open, "T1"))).isEmpty();
    assertThat(told(success(open, "T4", ANOTHER_PRICE))).hasSize(1);
    assertThat(told(success(open, "T5"))).hasSize(2);

    MoneyState state = inspect.state();
    assertThat(state)
        .isEqualTo(
            new MoneyState(
                Map.of(Kind.LATE, 1, Kind.DUPLICATE, 1, Kind.MISMATCH, 1),
                Optional.of(NOW),
                1,
                1,
                0,
                state.earliestCheck()));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, InspectMoney.LONGEST_PAGE + 1, Integer.MAX_VALUE})
  void aPageIsOfOneToAThousand(int limit) {
    assertRefused(() -> inspect.unapplied(State.OPEN, 0, limit));
    assertRefused(() -> inspect.claims(0, limit));
    assertRefused(() -> inspect.overdue(null, limit));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, InspectMoney.LONGEST_PAGE})
  void bothEndsOfThatAreAllowed(int limit) {
    assertThat(inspect.unapplied(State.OPEN, 0, limit)).isEmpty();
    assertThat(inspect.claims(0, limit)).isEmpty();
    assertThat(inspect.overdue(null, limit)).isEmpty();
  }

  private static void assertRefused(Supplier<List<?>> page) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(page::get)
        .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("limit"));
  }

  /** The order's payments after that result. */
  private List<PaidTrade> told(ChannelResult result) {
    assertThat(payments.apply.handle(result, Action.NOTIFY)).isPresent();
    return payments.trades.of(result.payNo());
  }
}
