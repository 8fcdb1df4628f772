package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.claim;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static com.yuge.payment.domain.fixtures.PayOrderEvents.event;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.fixtures.PayOrderEvents;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentAmountDiffered;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentClosed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentFailed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched.Reason;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    PayOrderEvent event = event(apply(order, success(order, "T2"), LATER));

    assertThat(event)
        .isEqualTo(
            new PaymentSucceeded(
                new EventId(order.payNo() + "-" + version),
                order.payNo(),
                order.orderNo(),
                PRICE,
                TestChannels.MOCK,
                T2,
                LATER,
                LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_SUCCEEDED");
  }

  @Test
  void aFailureWithAndWithoutItsTrade() {
    PayOrder order = aPayOrder();

    PayOrderEvent event = event(apply(order, failure(order, "T2"), LATER));
    PayOrderEvent traceless = event(apply(order, failure(order, null), LATER));

    EventId id = new EventId(order.payNo() + "-1");
    assertThat(event)
        .isEqualTo(
            new PaymentFailed(
                id, order.payNo(), order.orderNo(), PRICE, TestChannels.MOCK, T2, LATER));
    assertThat(traceless)
        .isEqualTo(
            new PaymentFailed(
                id, order.payNo(), order.orderNo(), PRICE, TestChannels.MOCK, null, LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_FAILED");
  }

  @Test
  void aClosing() {
    PayOrder order = aPayOrder();

    PayOrderEvent event = event(order.close("EXPIRED", LATER));

    assertThat(event)
        .isEqualTo(
            new PaymentClosed(
                new EventId(order.payNo() + "-1"),
                order.payNo(),
                order.orderNo(),
                PRICE,
                TestChannels.MOCK,
                "EXPIRED",
                LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_CLOSED");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void aLateSuccess(PayStatus ended) {
    PayOrder order = aPayOrder(ended);

    PayOrderEvent event = event(apply(order, success(order, "T2"), LATER));

    assertThat(event)
        .isEqualTo(
            new PaymentLateSucceeded(
                new EventId(order.payNo() + "-2"),
                order.payNo(),
                order.orderNo(),
                PRICE,
                TestChannels.MOCK,
                T2,
                ended,
                LATER,
                LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_LATE_SUCCEEDED");
  }

  /** When the payer paid and when we heard of it are two moments. */
  @ParameterizedTest
  @EnumSource(names = {"PAYING", "CLOSED"})
  void aPaymentTellsThePayersMomentAndOurs(PayStatus status) {
    PayOrder order = aPayOrder(status);
    Instant moment = NOW.plusSeconds(7);
    ChannelResult result = new ChannelResult(order.payNo(), Status.SUCCESS, T2, PRICE, moment);

    PayOrderEvent event = event(apply(order, result, LATER));

    assertThat(event.at()).isEqualTo(LATER);
    assertThat(
            event instanceof PaymentSucceeded paid
                ? paid.paidAt()
                : ((PaymentLateSucceeded) event).paidAt())
        .isEqualTo(moment);
  }

  @Test
  void aMismatch() {
    PayOrder order = aPayOrder(PayStatus.PAYING);

    assertMismatch(
        order, apply(order, success(order, "T2", ANOTHER_PRICE), LATER), Reason.MISMATCH);
  }

  @Test
  void aDoublePayment() {
    PayOrderDetails paid = withPayments(PayStatus.SUCCESS);

    assertMismatch(
        paid.order(),
        apply(paid, success(paid.order(), "T2", ANOTHER_PRICE), LATER),
        Reason.DUPLICATE);
  }

  @Test
  void aClaim() {
    PayOrder order = aPayOrder(PayStatus.PAYING);

    assertMismatch(order, claim(order, success(order, "T2", ANOTHER_PRICE), LATER), Reason.CLAIM);
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYING", "CLOSED"})
  void anAmountThatDiffers(PayStatus status) {
    PayOrderDetails open = withPayments(status);
    PayOrderDetails unsaid = applied(open, success(open.order(), "T2"));
    PayOrder order = unsaid.order();

    PayOrderEvent event = event(apply(unsaid, success(order, "T2", ANOTHER_PRICE), LATER));

    assertThat(event)
        .isEqualTo(
            new PaymentAmountDiffered(
                new EventId(order.payNo() + "-" + (order.version() + 1)),
                order.payNo(),
                order.orderNo(),
                PRICE,
                TestChannels.MOCK,
                status == PayStatus.PAYING ? Kind.SETTLED : Kind.LATE,
                T2,
                ANOTHER_PRICE,
                LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_AMOUNT_DIFFERED");
  }

  @Test
  void everyKindIsSubscribedToUnderATagOfItsOwn() {
    Map<Class<?>, List<String>> tags =
        PayOrderEvents.ofEveryKind().stream()
            .collect(groupingBy(PayOrderEvent::getClass, mapping(PayOrderEvent::tag, toList())));

    assertThat(tags).containsOnlyKeys(PayOrderEvent.class.getPermittedSubclasses());
    assertThat(tags.values().stream().flatMap(each -> each.stream().distinct()))
        .doesNotHaveDuplicates()
        .hasSize(tags.size())
        .containsExactlyInAnyOrderElementsOf(PayOrderEvent.TAGS)
        .allMatch(tag -> tag.matches("PAYMENT_[A-Z_]+"));
  }

  private static void assertMismatch(PayOrder before, PaymentOutcome outcome, Reason reason) {
    PayOrderEvent event = event(outcome);

    assertThat(event)
        .isEqualTo(
            new PaymentMismatched(
                new EventId(before.payNo() + "-" + (before.version() + 1)),
                before.payNo(),
                before.orderNo(),
                PRICE,
                TestChannels.MOCK,
                reason,
                T2,
                ANOTHER_PRICE,
                LATER));
    assertThat(event.tag()).isEqualTo("PAYMENT_MISMATCHED");
  }
}
