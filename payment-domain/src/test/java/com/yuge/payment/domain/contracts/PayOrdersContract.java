package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.terms;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.DuplicateOrderNo;
import com.yuge.payment.domain.order.OpenTerms;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
    PayOrder twin = order(first, anOrderNo(), PRICE, TestChannels.MOCK, NOW);

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
  @ValueSource(strings = {"MOCK", "ALIPAY", "WECHAT", "A_CHANNEL_OF_THE_LONGEST_NAME_99"})
  void everyChannelIsKept(PayChannel channel) {
    assertStored(added(order(aPayOrder(), anOrderNo(), PRICE, channel, NOW)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "7", "1234567.8", "9999999999.99"})
  void everyAmountIsKept(String amount) {
    assertStored(added(order(aPayOrder(), anOrderNo(), yuan(amount), TestChannels.MOCK, NOW)));
  }

  @Test
  void theCurrencyIsKept() {
    assertStored(added(order(aPayOrder(), anOrderNo(), PRICE_IN_DOLLARS, TestChannels.MOCK, NOW)));
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
    PayOrder order = added(order(aPayOrder(), anOrderNo(), PRICE, TestChannels.MOCK, moment));
    assertStored(order);
    assertStored(advanced(apply(order, success(order, "T1"), moment).order()));
  }

  @Test
  void anOrderIsKeptOnItsWayToBeingPaid() {
    PayOrder paying = advanced(paying(added(aPayOrder())));
    assertStored(paying);

    PayOrder opened = advanced(paying.openedAt(CASHIER, NOW.plusNanos(1_000)));
    assertStored(opened);

    assertStored(advanced(applied(opened, success(opened, "T1", PRICE))));
  }

  @Test
  void theLongestTextsAreKept() {
    PayOrder paying = advanced(paying(added(aPayOrder())));
    PayUrl url = new PayUrl(VISIBLE.repeat(14).substring(0, 512));
    PayOrder opened = advanced(paying.openedAt(url, NOW));
    assertStored(opened);

    String tradeNo = VISIBLE.repeat(2).substring(0, 64);
    assertStored(advanced(applied(opened, success(opened, tradeNo))));
  }

  @Test
  void aFailureIsKeptWithAndWithoutItsTrade() {
    PayOrder order = added(aPayOrder());
    assertStored(advanced(applied(order, failure(order, "T1"))));

    PayOrder traceless = added(aPayOrder());
    assertStored(advanced(applied(traceless, failure(traceless, null))));
  }

  @ParameterizedTest
  @EnumSource
  void aVersionIsRaisedInEveryStatusAndNothingElseIsWritten(PayStatus status) {
    PayOrder order = broughtTo(status);

    PayOrder raised = raised(applied(order, success(order, "T9", ANOTHER_PRICE)));

    assertThat(raised.version()).isEqualTo(order.version() + 1);
    assertStored(raised);
  }

  @Test
  void whatWasRaisedWhileOpenMayStillBePaid() {
    PayOrder order = added(aPayOrder());
    PayOrder raised = raised(applied(order, success(order, "T1", PRICE_IN_DOLLARS)));
    assertStored(raised);

    assertStored(advanced(applied(raised, success(raised, "T2"))));
  }

  @Test
  void aSubjectIsKeptInAnyScriptAndSoIsItsAbsence() {
    assertStored(added(about(null)));
    assertStored(added(about(new Subject("x"))));
    assertStored(added(about(new Subject("支付 '\"\\%_ \uD83D\uDCB0 é"))));
    assertStored(added(about(new Subject("支".repeat(127)))));
  }

  @Test
  void theTermsOfTheOpeningAreKeptForGood() {
    PayOrder order = added(aPayOrder());
    OpenTerms terms =
        new OpenTerms(
            new ChannelAccount(VISIBLE.repeat(2).substring(0, 64), "A_1".repeat(10) + "B2"),
            new Payer(
                VISIBLE.repeat(4).substring(0, 128), "2001:0db8:0000:0000:0000:ff00:0042:8329"),
            new Subject("支".repeat(127)),
            NOW.plusNanos(1_000),
            order.expireAt().plusNanos(1_000));

    PayOrder paying = advanced(order.open(terms, NOW).order());

    assertStored(paying);
    PayOrder opened = advanced(paying.openedAt(CASHIER, LATER));
    assertStored(opened);
    assertThat(orders().find(order.payNo()).orElseThrow().terms()).isEqualTo(terms);
    assertStored(raised(applied(opened, success(opened, "T1", ANOTHER_PRICE))));
  }

  @Test
  void aPayerMayBeUnknownOrKnownInPart() {
    assertStored(advanced(openedFor(Payer.UNKNOWN)));
    assertStored(advanced(openedFor(new Payer("payer", null))));
    assertStored(advanced(openedFor(new Payer(null, "192.0.2.1"))));
  }

  @Test
  void thePayersMomentAndOursAreKeptApart() {
    PayOrder order = added(aPayOrder());
    Instant payersMoment = NOW.plusNanos(1_000);
    ChannelResult result =
        new ChannelResult(order.payNo(), Status.SUCCESS, new TradeNo("T1"), PRICE, payersMoment);

    PayOrder paid = advanced(apply(order, result, LATER).order());

    assertThat(paid.paidAt()).isEqualTo(payersMoment);
    assertThat(paid.endedAt()).isEqualTo(LATER);
    assertStored(paid);
  }

  @Test
  void theMomentOfAnUnpaidEndIsKeptHoweverOftenTheVersionIsRaised() {
    PayOrder order = added(aPayOrder());
    PayOrder ended = advanced(order.close("EXPIRED", LATER).order());
    assertThat(ended.endedAt()).isEqualTo(LATER);
    assertStored(ended);

    PayOrder late = raised(apply(ended, success(ended, "T1"), LATER.plusSeconds(1)).order());

    assertThat(late.endedAt()).isEqualTo(LATER);
    assertThat(late.updatedAt()).isEqualTo(LATER.plusSeconds(1));
    assertStored(late);
  }

  private PayOrder broughtTo(PayStatus status) {
    PayOrder order = added(aPayOrder());
    return switch (status) {
      case INIT -> order;
      case PAYING -> advanced(paying(order));
      case SUCCESS -> advanced(applied(order, success(order, "T1")));
      case FAILED -> advanced(applied(order, failure(order, "T1")));
      case CLOSED -> advanced(closed(order));
    };
  }

  private PayOrder openedFor(Payer payer) {
    PayOrder order = added(aPayOrder());
    OpenTerms terms = terms(order);
    return order
        .open(
            new OpenTerms(
                terms.account(), payer, terms.subject(), terms.openedAt(), terms.expireAt()),
            NOW)
        .order();
  }

  private static PayOrder about(@Nullable Subject subject) {
    PayOrder like = aPayOrder();
    PayRequest request =
        new PayRequest(like.orderNo(), PRICE, TestChannels.MOCK, subject, Parties.UNSAID);
    return PayOrder.create(like.payNo(), request, NOW, like.expireAt());
  }

  private static PayOrder order(
      PayOrder like, OrderNo orderNo, Money amount, PayChannel channel, Instant at) {
    PayRequest request = new PayRequest(orderNo, amount, channel, null, Parties.UNSAID);
    return PayOrder.create(like.payNo(), request, at, at.plusSeconds(1800));
  }
}
