package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentClosed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentFailed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.order.Settlement.LateSuccess;
import com.yuge.payment.domain.shared.TradeNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each event tells its change in full, under the id of the version that it made. */
class PayOrderEventTest {
  private static final TradeNo T2 = new TradeNo("T2");

  @ParameterizedTest
  @CsvSource({"INIT, 1", "PAYING, 2"})
  void aSuccess(PayStatus open, int version) {
    PayOrder order = aPayOrder(open);

    PayOrderEvent event = ((Applied) order.settle(success(order, "T2"), LATER)).event();

    assertThat(event)
        .isEqualTo(
            new PaymentSucceeded(
                new EventId(order.payNo() + "-" + version),
                order.payNo(),
                order.orderNo(),
                PRICE,
                PayChannel.MOCK,
                T2,
                LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_SUCCEEDED");
  }

  @Test
  void aFailureWithAndWithoutItsTrade() {
    PayOrder order = aPayOrder();

    PayOrderEvent event = ((Applied) order.settle(failure(order, "T2"), LATER)).event();
    PayOrderEvent traceless = ((Applied) order.settle(failure(order, null), LATER)).event();

    EventId id = new EventId(order.payNo() + "-1");
    assertThat(event)
        .isEqualTo(
            new PaymentFailed(
                id, order.payNo(), order.orderNo(), PRICE, PayChannel.MOCK, T2, LATER));
    assertThat(traceless)
        .isEqualTo(
            new PaymentFailed(
                id, order.payNo(), order.orderNo(), PRICE, PayChannel.MOCK, null, LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_FAILED");
  }

  @Test
  void aClosing() {
    PayOrder order = aPayOrder();

    PayOrderEvent event = ((Applied) order.close("EXPIRED", LATER)).event();

    assertThat(event)
        .isEqualTo(
            new PaymentClosed(
                new EventId(order.payNo() + "-1"),
                order.payNo(),
                order.orderNo(),
                PRICE,
                PayChannel.MOCK,
                "EXPIRED",
                LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_CLOSED");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void aLateSuccess(PayStatus ended) {
    PayOrder order = aPayOrder(ended);

    PayOrderEvent event = ((LateSuccess) order.settle(success(order, "T2"), LATER)).event();

    assertThat(event)
        .isEqualTo(
            new PaymentLateSucceeded(
                new EventId(order.payNo() + "-2"),
                order.payNo(),
                order.orderNo(),
                PRICE,
                PayChannel.MOCK,
                T2,
                ended,
                LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_LATE_SUCCEEDED");
  }
}
