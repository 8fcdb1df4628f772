package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.Parties;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator wants to know now: the channel is asked, whatever we think of the order. */
class CheckOnRequestTest {
  private static final QueryAnswer UNKNOWN =
      new QueryAnswer.Unknown(new UnknownReason(UnknownReason.Cause.ERROR, "500"));

  private final InMemoryPayments payments = new InMemoryPayments();

  @ParameterizedTest
  @EnumSource
  void theChannelIsAskedInEveryState(PayStatus status) {
    PayOrder order = payments.given(withPayments(status));
    payments.channel.answersQueries(UNKNOWN);

    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(CheckResult.UNKNOWN);

    assertThat(payments.channel.asked()).containsExactly("query");
    assertThat(payments.now(order)).isEqualTo(order);
    assertThat(payments.store.audits())
        .extracting(entry -> entry.action() + " " + entry.before() + " " + entry.result())
        .containsExactly("QUERY " + status + " UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "INIT, DECIDED, SETTLED",
    "PAYING, DECIDED, SETTLED",
    "FAILED, LATE, LATE",
    "CLOSED, LATE, LATE"
  })
  void moneyIsFoundInEveryStateThatIsUnpaid(PayStatus status, CheckResult check, Kind kind) {
    PayOrder order = payments.given(withPayments(status));
    payments.channel.answersQueries(new QueryAnswer.Decided(success(order, "T2", PRICE)));

    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(check);

    assertThat(payments.store.trades()).extracting(PaidTrade::kind).containsExactly(kind);
  }

  @Test
  void aSecondPaymentOfAPaidOrderIsFoundToo() {
    PayOrder order = payments.given(withPayments(PayStatus.SUCCESS));
    payments.channel.answersQueries(new QueryAnswer.Decided(success(order, "T2", PRICE)));

    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(CheckResult.MISMATCH);

    assertThat(payments.store.trades())
        .extracting(PaidTrade::kind)
        .containsExactly(Kind.SETTLED, Kind.DUPLICATE);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "FAILED", "CLOSED"})
  void aFinalOrderOfWhichTheChannelKnowsNoPaymentStaysAsItIs(PayStatus status) {
    PayOrder order = payments.given(withPayments(status));

    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(CheckResult.UNPAID);

    assertThat(payments.now(order)).isEqualTo(order);
    assertThat(payments.channel.asked()).containsExactly("query");
    assertThat(payments.tags()).isEmpty();
  }

  @Test
  void anOrderThatWasNeverOpenedIsWaitedForWhileItHasTime() {
    PayOrder order = payments.given(aPayOrder());

    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(CheckResult.WAITING);

    assertThat(payments.channel.asked()).containsExactly("query");
    assertThat(payments.now(order)).isEqualTo(order);
  }

  @Test
  void anOrderThatWasNeverOpenedIsClosedWhenItsTimeIsUp() {
    PayOrder order = payments.given(aPayOrder());
    payments.clock.advance(TIME_TO_PAY);

    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(CheckResult.CLOSED);

    assertThat(payments.channel.asked()).containsExactly("query", "close");
    assertThat(payments.now(order).status()).isEqualTo(PayStatus.CLOSED);
    assertRests();
  }

  @Test
  void anOrderThatRestsRestsAgainAfterwards() {
    PayOrder order = payments.given(withPayments(PayStatus.CLOSED));
    payments.store.run(() -> payments.due.rest(order));
    payments.clock.advance(Duration.ofDays(365));

    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(CheckResult.UNPAID);
    assertRests();

    payments.channel.answersQueries(UNKNOWN);
    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(CheckResult.UNKNOWN);
    assertRests();
  }

  @Test
  void aPaidOrderRestsAgainEvenIfTheChannelDoesNotAnswer() {
    PayOrder order = payments.given(paidWithAmount());
    payments.channel.answersQueries(UNKNOWN);

    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(CheckResult.UNKNOWN);

    assertRests();
  }

  @Test
  void anOrderOfAChannelThatIsNotConfiguredIsUnknown() {
    PayOrder like = aPayOrder();
    PayRequest request =
        new PayRequest(like.orderNo(), PRICE, TestChannels.ALIPAY, null, Parties.UNSAID);
    PayOrder order = payments.given(PayOrder.create(like.payNo(), request, NOW, like.expireAt()));

    assertThat(payments.reconcile.onRequest(order.payNo())).isEqualTo(CheckResult.UNKNOWN);

    assertThat(payments.now(order)).isEqualTo(order);
  }

  @Test
  void anOrderThatIsNotThereIsABug() {
    assertThatThrownBy(() -> payments.reconcile.onRequest(aPayNo()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static PayOrderDetails paidWithAmount() {
    PayOrderDetails paying = withPayments(PayStatus.PAYING);
    return applied(paying, success(paying.order(), "T1", PRICE));
  }

  private void assertRests() {
    payments.clock.advance(Duration.ofDays(365));
    assertThat(payments.claim.handle(10)).isEmpty();
  }
}
