package com.yuge.payment.domain.limit;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.limit.ChangeLimits.Terms;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.CreatePayOrder.Creation;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.UserNo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders of a user and a merchant who have limits. */
class LimitedPaymentsTest {
  private static final OperatorReason REASON = new OperatorReason("li", "test");
  private static final Parties PARTIES = new Parties(new MerchantNo("M1"), new UserNo("U1"));
  private static final LimitSubject MERCHANT = new LimitSubject(LimitScope.MERCHANT, "M1");
  private static final LimitSubject USER = new LimitSubject(LimitScope.USER, "U1");
  private static final LimitSubject EACH_USER = USER.each();

  /** In Shanghai; ten minutes before midnight there. */
  private static final Instant LATE = Instant.parse("2026-03-01T15:50:00Z");

  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

  private final InMemoryPayments payments = new InMemoryPayments();

  @Test
  void aPaymentAboveTheLimitForOneIsNotCreated() {
    limit(EACH_USER, "100.00", null);

    Creation above = create(anOrderNo(), "100.01", PARTIES);

    assertThat(above).isInstanceOf(Creation.OverLimit.class);
    assertThat(payments.orders.find(above.order().orderNo())).isEmpty();
    assertThat(create(anOrderNo(), "100.00", PARTIES)).isInstanceOf(Creation.Agreed.class);
    assertThat(create(anOrderNo(), "999.00", Parties.UNSAID)).isInstanceOf(Creation.Agreed.class);
  }

  @Test
  void aRepeatOfAnOrderIsAnsweredUnderALoweredLimit() {
    Creation first = create(new OrderNo("O1"), "100.00", PARTIES);
    limit(USER, "10.00", null);

    assertThat(create(new OrderNo("O1"), "100.00", PARTIES)).isEqualTo(first);
    assertThat(create(new OrderNo("O1"), "99.00", PARTIES))
        .isInstanceOf(Creation.Conflicting.class);
  }

  @Test
  void anUnpaidCartReservesNothingAndAnOpenedPaymentDoes() {
    limit(USER, null, "100.00");
    PayOrder order = order("60.00");
    assertUsed(USER, TODAY, "0");

    assertThat(open(order).kind()).isEqualTo(OpenResult.Kind.BEGUN);

    assertUsed(USER, TODAY, "60.00");
    assertThat(payments.now(order).reservation()).isNotNull();
  }

  @Test
  void aRepeatedRequestToPayReservesOnce() {
    limit(USER, null, "100.00");
    PayOrder order = order("60.00");
    OpenResult first = open(order);

    assertThat(open(order).order()).isEqualTo(first.order());

    assertUsed(USER, TODAY, "60.00");
  }

  @Test
  void whatDoesNotFitStaysInitAndTheDayOfTheShopResetsIt() {
    payments.clock.advance(Duration.between(NOW, LATE));
    limit(USER, null, "100.00");
    OpenResult unused = open(order("60.00"));
    PayOrder order = order("60.00");

    OpenResult refused = open(order);

    assertThat(refused)
        .isEqualTo(
            new OpenResult.OverLimit(
                order, LimitScope.USER, Instant.parse("2026-03-01T16:00:00Z")));
    assertThat(payments.now(order)).isEqualTo(order);
    payments.clock.advance(Duration.ofMinutes(11));
    assertThat(open(order).kind()).isEqualTo(OpenResult.Kind.BEGUN);
    assertUsed(USER, TODAY, "60.00");
    assertUsed(USER, TODAY.plusDays(1), "60.00");
  }

  @Test
  void aRefusalOfTheMerchantReservesNothingOfTheUser() {
    limit(USER, null, "100.00");
    limit(MERCHANT, null, "50.00");

    OpenResult refused = open(order("60.00"));

    assertThat(refused).extracting("scope").isEqualTo(LimitScope.MERCHANT);
    assertUsed(USER, TODAY, "0");
  }

  @Test
  void aFailureReleasesOnTheDayOfTheReservation() {
    payments.clock.advance(Duration.between(NOW, LATE));
    limit(USER, null, "100.00");
    PayOrder order = order("60.00");
    OpenResult unused = open(order);
    payments.clock.advance(Duration.ofMinutes(15));

    apply(failure(order, "T1"));
    apply(failure(order, "T1"));

    assertUsed(USER, TODAY, "0");
    assertUsed(USER, TODAY.plusDays(1), "0");
    assertThat(payments.now(order).reservation()).isNull();
  }

  @Test
  void aSuccessKeepsWhatWasReserved() {
    limit(USER, null, "100.00");
    PayOrder order = order("60.00");
    OpenResult unused = open(order);

    apply(success(order, "T1", order.amount()));

    assertUsed(USER, TODAY, "60.00");
  }

  @Test
  void aPaymentThatWasOpenedBeforeThereWasALimitDoesNotCount() {
    PayOrder order = order("60.00");
    OpenResult unused = open(order);
    limit(USER, null, "100.00");

    apply(success(order, "T1", order.amount()));

    assertUsed(USER, TODAY, "0.00");
  }

  @Test
  void moneyThatWasNeverAskedForCountsAboveTheLimit() {
    limit(USER, null, "100.00");
    for (int i = 0; i < 2; i++) {
      PayOrder order = order("60.00");
      apply(success(order, aNonce(), order.amount()));
      assertThat(payments.now(order).status()).isEqualTo(PayStatus.SUCCESS);
    }

    assertUsed(USER, TODAY, "120.00");
    assertThat(open(order("0.01")).kind()).isEqualTo(OpenResult.Kind.OVER_LIMIT);
  }

  @Test
  void lateMoneyCountsOnTheDayOnWhichItIsHeardOf() {
    payments.clock.advance(Duration.between(NOW, LATE));
    limit(USER, null, "100.00");
    PayOrder order = order("60.00");
    OpenResult unused = open(order);
    apply(failure(order, "T1"));
    payments.clock.advance(Duration.ofMinutes(15));

    apply(success(order, "T2", order.amount()));
    apply(success(order, "T2", order.amount()));

    assertUsed(USER, TODAY, "0");
    assertUsed(USER, TODAY.plusDays(1), "60.00");
  }

  @Test
  void anOwnLimitHoldsInPlaceOfThatOfEach() {
    limit(EACH_USER, null, "10.00");
    limit(USER, null, "100.00");
    assertThat(open(order("60.00")).kind()).isEqualTo(OpenResult.Kind.BEGUN);

    assertThat(payments.useCases.changeLimits().remove(USER, REASON)).isTrue();

    assertThat(open(order("1.00")).kind()).isEqualTo(OpenResult.Kind.OVER_LIMIT);
    assertThat(payments.useCases.changeLimits().remove(USER, REASON)).isFalse();
  }

  @Test
  void withoutALimitNothingIsWritten() {
    limit(MERCHANT, "100.00", null);

    OpenResult opened = open(order("60.00"));

    assertThat(opened.order().reservation()).isNull();
    assertUsed(MERCHANT, TODAY, "0");
  }

  @Test
  void eachChangeIsAVersionAndRecorded() {
    limit(USER, null, "100.00");
    limit(USER, "5.00", "50.00");
    assertThat(payments.useCases.changeLimits().remove(USER, REASON)).isTrue();

    assertThat(payments.store.committed().limitChanges())
        .extracting(LimitChange::before, LimitChange::after)
        .containsExactly(
            tuple(null, stored(null, "100.00", 1)),
            tuple(stored(null, "100.00", 1), stored("5.00", "50.00", 2)),
            tuple(stored("5.00", "50.00", 2), null));
  }

  private static Limit stored(@Nullable String perTransaction, String perDay, int version) {
    return new Limit(
        USER, perTransaction == null ? null : yuan(perTransaction), yuan(perDay), 2, version);
  }

  private void limit(
      LimitSubject subject, @Nullable String perTransaction, @Nullable String perDay) {
    Terms terms = new Terms(money(perTransaction), money(perDay), 2);
    assertThat(payments.useCases.changeLimits().put(subject, terms, REASON).subject())
        .isEqualTo(subject);
  }

  private static @Nullable Money money(@Nullable String amount) {
    return amount == null ? null : yuan(amount);
  }

  private Creation create(OrderNo orderNo, String amount, Parties parties) {
    return payments.create.handle(
        new PayRequest(orderNo, yuan(amount), TestChannels.MOCK, null, parties));
  }

  private PayOrder order(String amount) {
    return create(anOrderNo(), amount, PARTIES).order();
  }

  private OpenResult open(PayOrder order) {
    return payments.open.handle(order.payNo(), OpenOptions.USUAL).orElseThrow();
  }

  private void apply(ChannelResult result) {
    assertThat(payments.apply.handle(result, Action.NOTIFY)).isPresent();
  }

  private void assertUsed(LimitSubject subject, LocalDate day, String used) {
    assertThat(payments.limitUses.used(new LimitDay(subject, day))).isEqualByComparingTo(used);
  }
}
