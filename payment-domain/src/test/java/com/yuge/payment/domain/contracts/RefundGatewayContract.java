package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link RefundGateway} holds to. */
public abstract class RefundGatewayContract {
  private static final Money PAID = yuan("100.00");

  private final PayNo payNo = aPayNo();
  private TradeNo tradeNo;

  protected abstract RefundGateway gateway();

  /** The transactions that the adapter can see; empty where it cannot know of any. */
  protected abstract Optional<Transactions> transactions();

  /** A payer has paid this much; returns the trade at the channel. */
  protected abstract TradeNo paid(PayNo payNo, Money amount);

  /** From now on, the channel accepts this refund and takes its time. */
  protected abstract void takesItsTime(RefundRequest request);

  /** The channel decides a refund that took its time: the money goes back. */
  protected abstract void decides(RefundRequest request);

  /** From now on, the channel refuses refunds of this order; a query then confirms it. */
  protected abstract void refuses(RefundRequest request);

  /** Whether a refusal means "no"; at other channels, the reason for any refusal may pass. */
  protected boolean refusalsCount() {
    return true;
  }

  /** The channel's books: what has gone back of the trade. */
  protected abstract BigDecimal refunded(PayNo payNo, TradeNo tradeNo);

  /** The channel answers no more. */
  protected abstract void goesAway();

  /** Whether the channel gives refunds numbers of its own. */
  protected boolean numbersRefunds() {
    return true;
  }

  /** What a query says of an accepted refund that is not done yet. */
  protected RefundAnswer inProgress(RefundAnswer accepted) {
    return accepted;
  }

  @BeforeEach
  final void pay() {
    tradeNo = paid(payNo, PAID);
  }

  @Test
  void aRefundIsDoneWithItsAmountAndNumber() {
    RefundAnswer.Done done = (RefundAnswer.Done) gateway().refund(aRefund("40.00"));

    assertThat(done.amount()).isEqualTo(yuan("40.00"));
    assertThat(done.channelRefundNo() != null).isEqualTo(numbersRefunds());
    assertThat(refunded()).isEqualByComparingTo("40.00");
  }

  @Test
  void aRepeatIsTheSameRefund() {
    RefundRequest request = aRefund("40.00");
    RefundAnswer done = gateway().refund(request);

    RefundAnswer repeated = told(request, gateway().refund(request));

    assertThat(repeated).isEqualTo(gateway().queryRefund(request));
    assertSameRefund(repeated, done);
    assertThat(refunded()).isEqualByComparingTo("40.00");
  }

  @Test
  void manyRequestsAtOnceAreOneRefund() {
    RefundRequest request = aRefund("40.00");

    Race<RefundAnswer> race = Race.of(8, () -> gateway().refund(request));

    assertThat(race.failures()).isEmpty();
    RefundAnswer done = gateway().queryRefund(request);
    assertThat(race.answers()).allSatisfy(one -> assertSameRefund(told(request, one), done));
    assertThat(refunded()).isEqualByComparingTo("40.00");
  }

  @Test
  void eachRefundTellsItsOwnAmountAndNoTotal() {
    RefundRequest first = aRefund("40.00");
    RefundRequest second = aRefund("0.01");
    RefundAnswer.Done one = (RefundAnswer.Done) gateway().refund(first);
    RefundAnswer.Done other = (RefundAnswer.Done) gateway().refund(second);

    assertThat(other.amount()).isEqualTo(yuan("0.01"));
    if (numbersRefunds()) {
      assertThat(other.channelRefundNo()).isNotEqualTo(one.channelRefundNo());
    }
    assertSameRefund(gateway().queryRefund(second), other);
    assertSameRefund(gateway().queryRefund(first), one);
    assertThat(refunded()).isEqualByComparingTo("40.01");
  }

  @Test
  void aRefundThatWasNeverAskedForIsNotThere() {
    RefundAnswer unused = gateway().refund(aRefund("40.00"));

    assertThat(gateway().queryRefund(aRefund("40.00"))).isEqualTo(new RefundAnswer.NoRefund());
  }

  @Test
  void anAcceptedRefundIsDoneLater() {
    RefundRequest request = aRefund("40.00");
    takesItsTime(request);
    RefundAnswer accepted = gateway().refund(request);
    assertThat(accepted).isInstanceOf(RefundAnswer.Accepted.class);
    assertThat(gateway().queryRefund(request)).isEqualTo(inProgress(accepted));
    assertThat(refunded()).isZero();

    decides(request);

    assertThat(gateway().queryRefund(request))
        .isInstanceOfSatisfying(
            RefundAnswer.Done.class,
            done -> {
              assertThat(done.amount()).isEqualTo(yuan("40.00"));
              assertThat(done.channelRefundNo()).isEqualTo(accepted.channelRefundNo());
            });
    assertThat(refunded()).isEqualByComparingTo("40.00");
  }

  @Test
  void aRefusalThatMayPassDecidesNothing() {
    assumeThat(refusalsCount()).isFalse();
    RefundRequest request = aRefund("40.00");
    refuses(request);

    assertThat(gateway().refund(request).unknown().orElseThrow().cause())
        .isEqualTo(UnknownReason.Cause.REFUSED);
    assertThat(gateway().queryRefund(request)).isEqualTo(new RefundAnswer.NoRefund());
    assertThat(refunded()).isZero();
  }

  @Test
  void aRefusalMovesNoMoneyAndIsConfirmedByAQuery() {
    assumeThat(refusalsCount()).isTrue();
    RefundRequest request = aRefund("40.00");
    refuses(request);

    assertThat(gateway().refund(request))
        .isInstanceOfSatisfying(
            RefundAnswer.Refused.class, refused -> assertThat(refused.isFinal()).isFalse());
    assertThat(gateway().queryRefund(request)).isEqualTo(new RefundAnswer.NoRefund());
    assertThat(refunded()).isZero();
  }

  @Test
  void aChannelThatIsAwayHasSaidNothing() {
    RefundRequest request = aRefund("40.00");
    RefundAnswer unused = gateway().refund(request);
    goesAway();

    assertThat(gateway().refund(request)).isInstanceOf(RefundAnswer.Unknown.class);
    assertThat(gateway().queryRefund(request)).isInstanceOf(RefundAnswer.Unknown.class);
  }

  @Test
  void aChannelIsNeverAskedInsideATransaction() {
    assumeThat(transactions()).as("the adapter knows of transactions").isPresent();
    RefundRequest request = aRefund("40.00");

    assertRefusedInTransaction(() -> gateway().refund(request));
    assertRefusedInTransaction(() -> gateway().queryRefund(request));
    assertThat(refunded()).isZero();
  }

  @Test
  void refundsAreSpacedByATimeThatCanPass() {
    assertThat(gateway().spacing()).isBetween(Duration.ZERO, Duration.ofMinutes(10));
  }

  private void assertRefusedInTransaction(Supplier<Object> call) {
    assertThatThrownBy(() -> transactions().orElseThrow().call(call))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Some channels only accept a repeat; a query then tells what became of the refund. */
  private RefundAnswer told(RefundRequest request, RefundAnswer answer) {
    return answer.kind() == RefundAnswer.Kind.ACCEPTED ? gateway().queryRefund(request) : answer;
  }

  /** Some channels tell the time only to a query. */
  private static void assertSameRefund(RefundAnswer answer, RefundAnswer done) {
    assertThat(answer).usingRecursiveComparison().ignoringFields("refundedAt").isEqualTo(done);
  }

  private RefundRequest aRefund(String amount) {
    RefundNo refundNo = new RefundNo("REF" + aPayNo().value().substring(3));
    return new RefundRequest(refundNo, payNo, tradeNo, yuan(amount), PAID, REASON, null);
  }

  private BigDecimal refunded() {
    return refunded(payNo, tradeNo);
  }
}
