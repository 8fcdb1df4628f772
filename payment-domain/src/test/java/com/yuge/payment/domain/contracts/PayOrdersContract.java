package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.told;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.order.DuplicateOrderNo;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter of {@link PayOrders} holds to; what is written is read back whole. */
public abstract class PayOrdersContract extends PayOrdersRaceContract {
  private static final String VISIBLE = "!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~";

  @Test
  void aNewOrderHasAnIdOfItsOwn() {
    PayOrder asked = aPayOrder();
    PayOrder stored = added(asked);

    assertThat(stored.id()).isPositive().isNotEqualTo(added(aPayOrder()).id());
    assertThat(stored).isEqualTo(asked.stored(stored.id()));
    assertStored(stored);
  }

  @Test
  void whatWasNeverAddedIsNotFound() {
    assertThat(orders().find(aPayNo())).isEmpty();
    assertThat(orders().find(anOrderNo())).isEmpty();
  }

  @Test
  void anOrderNumberIsTakenOnce() {
    PayOrder first = added(aPayOrder());
    PayOrder second = aPayOrder(first.orderNo());

    assertThatThrownBy(() -> added(second)).isInstanceOf(DuplicateOrderNo.class);

    assertThat(orders().find(second.payNo())).isEmpty();
    assertStored(first);
  }

  @Test
  void aTakenPayNumberIsNotMistakenForATakenOrderNumber() {
    PayOrder first = added(aPayOrder());
    PayOrder twin = order(first, anOrderNo(), PRICE, PayChannel.MOCK, NOW);

    assertThatThrownBy(() -> added(twin))
        .isInstanceOf(RuntimeException.class)
        .isNotInstanceOf(DuplicateOrderNo.class);

    assertThat(orders().find(twin.orderNo())).isEmpty();
    assertStored(first);
  }

  @Test
  void orderNumbersAreCaseSensitive() {
    String nonce = aNonce().substring(2);
    PayOrder upper = added(aPayOrder(new OrderNo("A1" + nonce)));
    PayOrder lower = added(aPayOrder(new OrderNo("a1" + nonce)));

    assertStored(upper);
    assertStored(lower);
  }

  @ParameterizedTest
  @EnumSource
  void everyChannelIsKept(PayChannel channel) {
    assertStored(added(order(aPayOrder(), anOrderNo(), PRICE, channel, NOW)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "7", "1234567.8", "9999999999.99"})
  void everyAmountIsKept(String amount) {
    assertStored(added(order(aPayOrder(), anOrderNo(), yuan(amount), PayChannel.MOCK, NOW)));
  }

  @Test
  void theCurrencyIsKept() {
    assertStored(added(order(aPayOrder(), anOrderNo(), PRICE_IN_DOLLARS, PayChannel.MOCK, NOW)));
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
    PayOrder order = added(order(aPayOrder(), anOrderNo(), PRICE, PayChannel.MOCK, moment));
    assertStored(order);
    assertStored(advanced(order.settle(success(order, "T1"), moment).order()));
  }

  @Test
  void anOrderIsKeptOnItsWayToBeingPaid() {
    PayOrder paying = advanced(paying(added(aPayOrder())));
    assertStored(paying);

    PayOrder opened = advanced(paying.openedAt(CASHIER, NOW.plusNanos(1_000)));
    assertStored(opened);

    assertStored(advanced(told(opened, success(opened, "T1", PRICE))));
  }

  @Test
  void theLongestTextsAreKept() {
    PayOrder paying = advanced(paying(added(aPayOrder())));
    PayUrl url = new PayUrl(VISIBLE.repeat(14).substring(0, 512));
    PayOrder opened = advanced(paying.openedAt(url, NOW));
    assertStored(opened);

    String tradeNo = VISIBLE.repeat(2).substring(0, 64);
    assertStored(advanced(told(opened, success(opened, tradeNo))));
  }

  @Test
  void aFailureIsKeptWithAndWithoutItsTrade() {
    PayOrder order = added(aPayOrder());
    assertStored(advanced(told(order, failure(order, "T1"))));

    PayOrder traceless = added(aPayOrder());
    assertStored(advanced(told(traceless, failure(traceless, null))));
  }

  @Test
  void aLateSuccessIsKeptAndThenASecondPaymentToo() {
    PayOrder ended = advanced(closed(added(aPayOrder())));
    assertStored(ended);

    PayOrder late = withLateSuccess(told(ended, success(ended, "T1")));
    assertStored(late);

    assertStored(withMismatch(told(late, success(late, "T2", ANOTHER_PRICE))));
  }

  @Test
  void aMismatchIsKeptOnAnOpenOrderAndOutlivesItsPayment() {
    PayOrder order = added(aPayOrder());
    PayOrder marked = withMismatch(told(order, success(order, "T1", PRICE_IN_DOLLARS)));
    assertStored(marked);

    assertStored(advanced(told(marked, success(marked, "T2"))));
  }

  private static PayOrder order(
      PayOrder like, OrderNo orderNo, Money amount, PayChannel channel, Instant at) {
    return PayOrder.create(like.payNo(), orderNo, amount, channel, at, at.plusSeconds(1800));
  }
}
