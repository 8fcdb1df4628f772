package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.CreatePayOrder.Creation;
import com.yuge.payment.domain.order.CreatePayOrder.Creation.Agreed;
import com.yuge.payment.domain.order.CreatePayOrder.Creation.Conflicting;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreatePayOrderTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final OrderNo orderNo = new OrderNo("ORD-1");

  @Test
  void theFirstCallCreatesAnOrderToBePaidInTime() {
    PayOrder order = create().order();

    assertThat(order.status()).isEqualTo(PayStatus.INIT);
    assertThat(order.createdAt()).isEqualTo(NOW);
    assertThat(order.expireAt()).isEqualTo(NOW.plus(TIME_TO_PAY));
    assertThat(order.payNo()).hasToString("PAY20260301100304567000000000173");
    assertThat(order.id()).isPositive();
    assertThat(payments.now(order)).isEqualTo(order);
    assertThat(payments.tags()).isEmpty();
  }

  @Test
  void aRepeatGetsTheSameOrderHoweverFarItHasCome() {
    PayOrder order = create().order();
    assertThat(create()).isEqualTo(new Agreed(order));

    ChannelResult result = success(order, "T1");
    assertThat(payments.apply.handle(result, AuditEntry.Action.NOTIFY)).isPresent();

    assertThat(create()).isEqualTo(new Agreed(payments.now(order)));
    assertThat(create().order().status()).isEqualTo(PayStatus.SUCCESS);
  }

  @Test
  void anotherAmountCurrencyOrChannelIsAConflict() {
    Conflicting conflict = new Conflicting(create().order());

    assertThat(create(ANOTHER_PRICE, TestChannels.MOCK, null)).isEqualTo(conflict);
    assertThat(create(PRICE_IN_DOLLARS, TestChannels.MOCK, null)).isEqualTo(conflict);
    assertThat(create(PRICE, TestChannels.WECHAT, null)).isEqualTo(conflict);
  }

  @Test
  void aSubjectIsKeptAndAnotherOneOrNoneIsAConflict() {
    Creation first = create(PRICE, TestChannels.MOCK, SUBJECT);

    assertThat(first.order().request().subject()).isEqualTo(SUBJECT);
    assertThat(create(PRICE, TestChannels.MOCK, SUBJECT)).isEqualTo(new Agreed(first.order()));
    Conflicting conflict = new Conflicting(first.order());
    assertThat(create(PRICE, TestChannels.MOCK, new Subject("three tickets"))).isEqualTo(conflict);
    assertThat(create()).isEqualTo(conflict);
  }

  @Test
  void aSubjectAddedLaterIsAConflict() {
    Conflicting conflict = new Conflicting(create().order());

    assertThat(create(PRICE, TestChannels.MOCK, SUBJECT)).isEqualTo(conflict);
  }

  @Test
  void whoLosesTheRaceGetsTheWinnersOrder() {
    PayOrder rival = aPayOrder(orderNo);

    assertThat(createWhileAdding(rival, PRICE)).isEqualTo(new Agreed(payments.now(rival)));
  }

  @Test
  void whoLosesTheRaceToAnotherAmountHasAConflict() {
    PayOrder rival = aPayOrder(orderNo);

    assertThat(createWhileAdding(rival, ANOTHER_PRICE))
        .isEqualTo(new Conflicting(payments.now(rival)));
  }

  @Test
  void aWinnerThatVanishedIsNotPaperedOver() {
    DuplicateOrderNo lost = new DuplicateOrderNo(orderNo, new IllegalStateException("test"));
    payments.watch.breaks("PayOrders.add", lost);

    assertThatThrownBy(this::create).isSameAs(lost);
  }

  @Test
  void aStoreThatFailsKeepsNothing() {
    payments.watch.breaks("PayOrders.add");

    assertThatThrownBy(this::create).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.orders.find(orderNo)).isEmpty();
  }

  @Test
  void aHundredParallelCallsMakeOneOrder() {
    Race<Creation> race = Race.of(100, this::create);

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers())
        .hasSize(100)
        .containsOnly(new Agreed(payments.orders.find(orderNo).orElseThrow()));
  }

  private Creation create() {
    return create(PRICE, TestChannels.MOCK, null);
  }

  private Creation create(Money amount, PayChannel channel, @Nullable Subject subject) {
    return payments.create.handle(
        new PayRequest(orderNo, amount, channel, subject, Parties.UNSAID));
  }

  // The digits are drawn after the find and before the add: there the rival comes in.
  private Creation createWhileAdding(PayOrder rival, Money amount) {
    CreatePayOrder create =
        new CreatePayOrder(
            payments.orderPorts,
            payments.store,
            count -> Long.toString(1_000_000_000L + payments.given(rival).id()),
            payments.clock,
            TIME_TO_PAY);
    return create.handle(new PayRequest(orderNo, amount, TestChannels.MOCK, null, Parties.UNSAID));
  }
}
