package com.yuge.payment.domain.refund;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.aRefund;
import static com.yuge.payment.domain.fixtures.RefundBook.anUnappliedRefund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.ResolveRefund.Resolution;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens to a refund from its creation to its end. */
class RefundLifeTest {
  private static final Duration HOLD = Duration.ofMinutes(2);
  private static final OperatorReason REASON = new OperatorReason("li", "checked at the bank");
  private static final RefundAnswer ACCEPTED = new RefundAnswer.Accepted(null);
  private static final RefundAnswer REFUSED =
      new RefundAnswer.Refused(new FailCode("NOT_ENOUGH"), false);
  private static final RefundAnswer ABNORMAL =
      new RefundAnswer.Abnormal(new FailCode("ACCOUNT_CLOSED"), null);

  private final InMemoryPayments payments = new InMemoryPayments();
  private final RefundUseCases refunds = payments.refund;

  @Test
  void anAcceptedRefundIsQueriedUntilItIsDone() {
    payments.refundChannel.answersRefunds(ACCEPTED);
    payments.refundChannel.answersQueries(ACCEPTED, FakeRefunds.AWAY, done());
    Refund refund = created(paid(), PRICE);
    assertThat(refund.progress().acceptedAt()).isEqualTo(payments.clock.instant());

    nextCallIsIn(Duration.ofSeconds(15));
    nextCallIsIn(Duration.ofMinutes(1));
    nextCallIsIn(Duration.ofMinutes(1));

    assertThat(now(refund).status()).isEqualTo(RefundStatus.SUCCESS);
    assertThat(now(refund).progress().asks()).isEqualTo(4);
    assertThat(payments.refundChannel.asked()).containsExactly("refund", "query", "query", "query");
    assertThat(claim()).isEmpty();
  }

  @Test
  void doubtAsksAgainWithTheSameNumber() {
    payments.refundChannel.answersRefunds(FakeRefunds.AWAY, FakeRefunds.AWAY);
    Refund refund = created(paid(), PRICE);

    nextCallIsIn(Duration.ofSeconds(15));
    nextCallIsIn(Duration.ofMinutes(1));

    assertThat(payments.refundChannel.asked()).containsExactly("refund", "refund", "refund");
    assertThat(payments.refundChannel.booked()).isOne();
    assertThat(now(refund).isDone()).isTrue();
  }

  @Test
  void aRefusalFailsOnlyWhenTheChannelConfirmsIt() {
    payments.refundChannel.answersRefunds(REFUSED);
    payments.refundChannel.answersQueries(FakeRefunds.AWAY);
    PayOrder order = paid();
    Refund refund = created(order, PRICE);
    assertThat(refund.status()).isEqualTo(RefundStatus.REFUNDING);

    nextCallIsIn(Duration.ofSeconds(10));
    assertThat(now(refund).status()).isEqualTo(RefundStatus.REFUNDING);
    nextCallIsIn(Duration.ofMinutes(1));

    assertThat(now(refund).status()).isEqualTo(RefundStatus.FAILED);
    assertThat(now(refund).progress().failCode()).isEqualTo(new FailCode("NOT_ENOUGH"));
    assertThat(trade(order).refunds().held()).isEqualByComparingTo("0");
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "REFUND_FAILED");
  }

  @Test
  void aRefundThatIsDoneAfterItsFailureIsHeldAboveTheCap() {
    payments.refundChannel.answersRefunds(new RefundAnswer.Refused(new FailCode("CLOSED"), true));
    PayOrder order = paid();
    Refund failed = created(order, PRICE);
    assertThat(created(order, PRICE).isDone()).isTrue();

    payments.refundChannel.answersQueries(done());
    nextCallIsIn(Duration.ofMinutes(10));

    assertThat(now(failed).progress().lateAt()).isEqualTo(payments.clock.instant());
    assertThat(trade(order).refunds().done()).isEqualByComparingTo("199.98");
    assertThat(trade(order).refundable()).isEqualByComparingTo("0");
    assertThat(payments.tags())
        .containsExactly(
            "PAYMENT_SUCCEEDED", "REFUND_FAILED", "REFUND_SUCCEEDED", "REFUND_LATE_SUCCEEDED");
  }

  @Test
  void aCrashBeforeTheCallIsMadeUpFor() {
    PayOrder order = paid();
    payments.refundChannel.beforeAnswer(
        () -> {
          throw new IllegalStateException("killed");
        });
    assertThatThrownBy(() -> created(order, PRICE)).hasMessage("killed");
    payments.refundChannel.beforeAnswer(() -> {});

    nextCallIsIn(Duration.ofMinutes(2));

    assertThat(payments.store.refunds().get(0).isDone()).isTrue();
    assertThat(payments.refundChannel.booked()).isOne();
  }

  @Test
  void refundsOfOneOrderAreSpaced() {
    payments.refundChannel.spaces(Duration.ofSeconds(60));
    PayOrder order = paid();
    assertThat(created(order, yuan("1.00")).isDone()).isTrue();
    payments.clock.advance(Duration.ofSeconds(20));
    Refund second = created(order, yuan("1.00"));
    assertThat(second.progress().asks()).isZero();

    nextCallIsIn(Duration.ofSeconds(40));

    assertThat(now(second).isDone()).isTrue();
  }

  @Test
  void lateMoneyGoesBackByItself() {
    PayOrder order = lateMoney(PRICE);
    Refund refund = payments.store.refunds().get(0);
    assertThat(refund.terms().origin()).isEqualTo(RefundTerms.Origin.AUTO);
    assertThat(trade(order).refunds().held()).isEqualTo(PRICE.amount());

    nextCallIsIn(InMemoryPayments.LATE_REFUND_DELAY);

    assertThat(trade(order).state()).isEqualTo(PaidTrade.State.REFUNDED);
    assertThat(payments.tags()).containsExactly("PAYMENT_LATE_SUCCEEDED", "REFUND_SUCCEEDED");
  }

  @Test
  void lateMoneyOfUnknownAmountGoesBackWhenTheAmountIsKnown() {
    PayOrder order = lateMoney(null);
    assertThat(payments.store.refunds()).isEmpty();

    assertThat(payments.apply.handle(success(order, "T1", PRICE), Action.QUERY)).isPresent();

    assertThat(payments.store.refunds()).hasSize(1);
    assertThat(payments.apply.handle(success(order, "T1", PRICE), Action.QUERY)).isPresent();
    assertThat(payments.store.refunds()).hasSize(1);
  }

  @Test
  void anOperatorCancelsWhatWasNeverAsked() {
    PayOrder order = lateMoney(PRICE);
    Refund refund = payments.store.refunds().get(0);

    assertThat(refunds.cancelRefund().handle(refund.refundNo(), REASON).orElseThrow().changed())
        .isTrue();

    assertThat(now(refund).status()).isEqualTo(RefundStatus.FAILED);
    assertThat(trade(order).refunds().held()).isEqualByComparingTo("0");
    assertThat(trade(order).state()).isEqualTo(PaidTrade.State.OPEN);
    payments.clock.advance(Duration.ofDays(1));
    assertThat(claim()).isEmpty();
    assertThat(payments.tags()).containsExactly("PAYMENT_LATE_SUCCEEDED", "REFUND_FAILED");
    assertThat(refunds.cancelRefund().handle(refund.refundNo(), REASON).orElseThrow().changed())
        .isFalse();
  }

  @Test
  void whatWasAskedIsNotCancelled() {
    payments.refundChannel.goAway(true);
    Refund refund = created(paid(), PRICE);

    assertThat(refunds.cancelRefund().handle(refund.refundNo(), REASON).orElseThrow().changed())
        .isFalse();
    assertThat(now(refund).status()).isEqualTo(RefundStatus.REFUNDING);
  }

  @Test
  void anOperatorResolvesAnAbnormalRefund() {
    payments.refundChannel.answersRefunds(ABNORMAL);
    payments.refundChannel.answersQueries(ABNORMAL);
    PayOrder order = paid();
    Refund refund = created(order, PRICE);
    assertThat(refund.status()).isEqualTo(RefundStatus.ABNORMAL);
    assertThat(trade(order).refunds().held()).isEqualTo(PRICE.amount());

    Resolution resolution = resolve(refund, true);

    assertThat(resolution.kind()).isEqualTo(Resolution.Kind.RESOLVED);
    assertThat(now(refund).status()).isEqualTo(RefundStatus.SUCCESS);
    assertThat(payments.store.audits())
        .filteredOn(step -> step.action() == Action.REFUND_RESOLVE)
        .extracting(AuditEntry::result)
        .containsExactly(AuditEntry.REQUESTED, "RESOLVED");
  }

  @Test
  void theChannelsWordCountsMoreThanTheOperators() {
    payments.refundChannel.answersRefunds(ABNORMAL);
    payments.refundChannel.answersQueries(done());
    Refund refund = created(paid(), PRICE);

    assertThat(resolve(refund, false).kind()).isEqualTo(Resolution.Kind.DECIDED);
    assertThat(now(refund).isDone()).isTrue();
  }

  @Test
  void moneyThatMayStillGoBackIsNeverFreedByAnOperator() {
    payments.refundChannel.goAway(true);
    PayOrder order = paid();
    Refund refund = created(order, PRICE);
    assertThat(resolve(refund, false).kind()).isEqualTo(Resolution.Kind.NOT_DUE);
    payments.clock.advance(InspectRefunds.OVERDUE_AFTER);

    assertThat(resolve(refund, false).kind()).isEqualTo(Resolution.Kind.UNDECIDED);
    assertThat(resolve(refund, null).kind()).isEqualTo(Resolution.Kind.UNDECIDED);

    assertThat(trade(order).refunds().held()).isEqualTo(PRICE.amount());
    payments.refundChannel.goAway(false);
    assertThat(resolve(refund, false).kind()).isEqualTo(Resolution.Kind.RESOLVED);
    assertThat(trade(order).refunds().held()).isEqualByComparingTo("0");
  }

  @Test
  void aNoThatMayMeanNotYetFreesNothing() {
    payments.refundChannel.goAway(true);
    Refund refund = created(paid(), PRICE);
    payments.clock.advance(InspectRefunds.OVERDUE_AFTER);
    assertThat(refunds.processRefund().handle(claim().get(0)).kind())
        .isEqualTo(RefundOutcome.Kind.UNKNOWN);
    payments.refundChannel.goAway(false);
    payments.clock.advance(Duration.ofMinutes(9));

    assertThat(resolve(refund, false).kind()).isEqualTo(Resolution.Kind.UNDECIDED);
    payments.clock.advance(Duration.ofMinutes(1));
    assertThat(resolve(refund, false).kind()).isEqualTo(Resolution.Kind.RESOLVED);
  }

  @Test
  void aNoFromBeforeAnotherCallFreesNothing() {
    payments.refundChannel.goAway(true);
    PayOrder order = paid();
    Refund refund = created(order, PRICE);
    payments.refundChannel.goAway(false);
    payments.clock.advance(InspectRefunds.OVERDUE_AFTER);
    payments.refundChannel.answersQueries(new RefundAnswer.NoRefund());
    payments.refundChannel.answersRefunds(FakeRefunds.AWAY);
    payments.refundChannel.beforeAnswer(
        () -> {
          payments.refundChannel.beforeAnswer(() -> {});
          assertThat(refunds.processRefund().callNow(refund.refundNo()).kind())
              .isEqualTo(RefundOutcome.Kind.UNKNOWN);
        });

    assertThat(resolve(refund, false).kind()).isEqualTo(Resolution.Kind.UNDECIDED);
    assertThat(trade(order).refunds().held()).isEqualTo(PRICE.amount());
  }

  @Test
  void theBacklogAndTheRefundItselfAgreeOnWhatIsOverdue() {
    payments.refundChannel.answersRefunds(ACCEPTED);
    Refund refund = created(paid(), PRICE);
    InspectRefunds inspect = refunds.inspectRefunds();

    payments.clock.advance(InspectRefunds.OVERDUE_AFTER.minusNanos(1_000));
    assertThat(inspect.isOverdue(refund)).isFalse();
    assertThat(inspect.backlog().overdue()).isZero();

    payments.clock.advance(Duration.ofNanos(1_000));
    assertThat(inspect.isOverdue(refund)).isTrue();
    assertThat(inspect.backlog().overdue()).isOne();
  }

  /** An instance may be slow between its claim and its call. */
  @Test
  void aCallAfterAnotherOnesConfirmsNoRefusal() {
    payments.refundChannel.answersRefunds(REFUSED);
    Refund refund = created(paid(), PRICE);
    payments.clock.advance(RefundRules.CONFIRMED_AFTER);
    DueRefund claimed = claim().get(0);
    payments.refundChannel.answersQueries(FakeRefunds.AWAY, new RefundAnswer.NoRefund());
    assertThat(refunds.requestRefundCheck().handle(refund.refundNo(), REASON)).isPresent();

    assertThat(refunds.processRefund().handle(claimed).kind())
        .isEqualTo(RefundOutcome.Kind.UNCHANGED);
    assertThat(now(refund).status()).isEqualTo(RefundStatus.REFUNDING);

    nextCallIsIn(RefundRules.CONFIRMED_AFTER);
    assertThat(now(refund).status()).isEqualTo(RefundStatus.FAILED);
  }

  @Test
  void whatIsLeftOfALargerLatePaymentGoesBackToo() {
    PayOrder order = lateMoney(PRICE);
    nextCallIsIn(InMemoryPayments.LATE_REFUND_DELAY);
    assertThat(trade(order).state()).isEqualTo(PaidTrade.State.REFUNDED);

    assertThat(payments.apply.handle(success(order, "T1", yuan("150.00")), Action.QUERY))
        .isPresent();
    assertThat(trade(order).state()).isEqualTo(PaidTrade.State.OPEN);
    RefundCreation rest =
        refunds.createRefund().handle(anUnappliedRefund(order, "T1", yuan("50.01"))).orElseThrow();

    assertThat(((RefundCreation.Agreed) rest).refund().isDone()).isTrue();
    assertThat(trade(order).state()).isEqualTo(PaidTrade.State.REFUNDED);
  }

  @Test
  void aPaymentThatIsBeingRefundedIsNotAccepted() {
    PayOrder order = lateMoney(PRICE);

    assertThat(payments.accept.handle(trade(order).id(), REASON).orElseThrow().changed()).isFalse();
  }

  private RefundAnswer done() {
    return new RefundAnswer.Done(PRICE, null, null);
  }

  private PayOrder paid() {
    PayOrder order = payments.given(paying(aPayOrder()));
    return payments.apply.handle(success(order, "T1", PRICE), Action.NOTIFY).orElseThrow().order();
  }

  private PayOrder lateMoney(@Nullable Money amount) {
    PayOrder order = payments.given(closed(paying(aPayOrder())));
    return payments.apply.handle(success(order, "T1", amount), Action.NOTIFY).orElseThrow().order();
  }

  private Refund created(PayOrder order, Money amount) {
    RefundCreation creation = refunds.createRefund().handle(aRefund(order, amount)).orElseThrow();
    return ((RefundCreation.Agreed) creation).refund();
  }

  private Refund now(Refund refund) {
    return payments.refunds.find(refund.refundNo()).orElseThrow();
  }

  private PaidTrade trade(PayOrder order) {
    return payments.trades.of(order.payNo()).get(0);
  }

  private Resolution resolve(Refund refund, @Nullable Boolean done) {
    return refunds.resolveRefund().handle(refund.refundNo(), REASON, done).orElseThrow();
  }

  /** Nothing is due before; then the one call is made. */
  private void nextCallIsIn(Duration pause) {
    payments.clock.advance(pause.minusMillis(1));
    assertThat(claim()).isEmpty();
    payments.clock.advance(Duration.ofMillis(1));
    List<DueRefund> due = claim();
    assertThat(due).hasSize(1);
    RefundOutcome unused = refunds.processRefund().handle(due.get(0));
  }

  private List<DueRefund> claim() {
    return refunds.claimDueRefunds(HOLD).handle(10);
  }
}
