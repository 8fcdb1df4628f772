package com.yuge.payment.domain.refund;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;
import static com.yuge.payment.domain.refund.RefundOutcome.Kind.CONTRADICTED;
import static com.yuge.payment.domain.refund.RefundOutcome.Kind.FAILED;
import static com.yuge.payment.domain.refund.RefundOutcome.Kind.LATE_SUCCEEDED;
import static com.yuge.payment.domain.refund.RefundOutcome.Kind.MOVED;
import static com.yuge.payment.domain.refund.RefundOutcome.Kind.SUCCEEDED;
import static com.yuge.payment.domain.refund.RefundOutcome.Kind.UNCHANGED;
import static com.yuge.payment.domain.refund.RefundOutcome.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.RefundOutcome.Kind;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each answer of a channel in each state of a refund. */
class RefundRulesTest {
  private static final Money AMOUNT = yuan("10.00");
  private static final RefundAnswer DONE =
      new RefundAnswer.Done(AMOUNT, new ChannelRefundNo("C1"), null);
  private static final RefundAnswer OTHER_AMOUNT =
      new RefundAnswer.Done(yuan("20.00"), new ChannelRefundNo("C1"), null);
  private static final RefundAnswer ACCEPTED = new RefundAnswer.Accepted(new ChannelRefundNo("C1"));
  private static final RefundAnswer ABNORMAL =
      new RefundAnswer.Abnormal(new FailCode("ACCOUNT_CLOSED"), null);
  private static final RefundAnswer REFUSED =
      new RefundAnswer.Refused(new FailCode("NOT_ENOUGH"), false);
  private static final RefundAnswer REFUSED_FOR_GOOD =
      new RefundAnswer.Refused(new FailCode("CLOSED"), true);
  private static final RefundAnswer NO_REFUND = new RefundAnswer.NoRefund();

  /** The states in which an answer can find a refund. */
  private enum State {
    ASKED,
    ACCEPTED,
    REFUSED,
    ABNORMAL,
    SUCCESS,
    FAILED,
    LATE;

    Refund refund() {
      Refund asked = refund0();
      return switch (this) {
        case ASKED -> asked;
        case ACCEPTED -> after(asked, RefundRulesTest.ACCEPTED);
        case REFUSED -> after(asked, RefundRulesTest.REFUSED);
        case ABNORMAL -> after(asked, RefundRulesTest.ABNORMAL);
        case SUCCESS -> after(asked, DONE);
        case FAILED -> after(asked, REFUSED_FOR_GOOD);
        case LATE -> after(after(asked, REFUSED_FOR_GOOD), DONE);
      };
    }

    private static Refund refund0() {
      Refund created = Refund.create(aRefundNo(), terms(), NOW);
      return created.with(created.progress().asked(NOW), NOW);
    }

    private static Refund after(Refund refund, RefundAnswer answer) {
      return apply(refund, answer, NOW).refund();
    }
  }

  // The columns are the states, in their order.
  private static final Map<RefundAnswer, List<Kind>> KINDS =
      Map.of(
          DONE,
          List.of(SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, UNCHANGED, LATE_SUCCEEDED, UNCHANGED),
          OTHER_AMOUNT,
          List.of(
              CONTRADICTED,
              CONTRADICTED,
              CONTRADICTED,
              CONTRADICTED,
              CONTRADICTED,
              CONTRADICTED,
              CONTRADICTED),
          ACCEPTED,
          List.of(MOVED, MOVED, MOVED, MOVED, CONTRADICTED, CONTRADICTED, CONTRADICTED),
          ABNORMAL,
          List.of(MOVED, MOVED, MOVED, MOVED, CONTRADICTED, CONTRADICTED, CONTRADICTED),
          REFUSED,
          List.of(MOVED, MOVED, MOVED, CONTRADICTED, CONTRADICTED, UNCHANGED, CONTRADICTED),
          REFUSED_FOR_GOOD,
          List.of(FAILED, FAILED, FAILED, FAILED, CONTRADICTED, UNCHANGED, CONTRADICTED),
          NO_REFUND,
          List.of(MOVED, MOVED, FAILED, CONTRADICTED, CONTRADICTED, UNCHANGED, CONTRADICTED),
          FakeRefunds.AWAY,
          List.of(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));

  @ParameterizedTest
  @EnumSource
  void eachAnswerHasItsEffect(State state) {
    KINDS.forEach(
        (answer, kinds) -> {
          Refund before = state.refund();
          RefundOutcome outcome = apply(before, answer, LATER);
          assertThat(outcome.kind()).as("%s to %s", answer, state).isEqualTo(kind(kinds, state));
          assertThat(outcome.refund().status()).isEqualTo(status(before, outcome.kind(), answer));
        });
  }

  private static Kind kind(List<Kind> kinds, State state) {
    return kinds.get(List.of(State.values()).indexOf(state));
  }

  private static RefundStatus status(Refund before, Kind kind, RefundAnswer answer) {
    return switch (kind) {
      case SUCCEEDED -> RefundStatus.SUCCESS;
      case FAILED, LATE_SUCCEEDED -> RefundStatus.FAILED;
      case MOVED -> answer == ABNORMAL ? RefundStatus.ABNORMAL : before.status();
      case CONTRADICTED, UNKNOWN, UNCHANGED -> before.status();
    };
  }

  @Test
  void everyAnswerIsInTheTable() {
    assertThat(KINDS.keySet().stream().map(RefundAnswer::kind).distinct())
        .containsExactlyInAnyOrder(RefundAnswer.Kind.values());
    assertThat(KINDS.values()).allMatch(kinds -> kinds.size() == State.values().length);
    assertThat(Arrays.stream(RefundAnswer.class.getPermittedSubclasses()))
        .hasSize(RefundAnswer.Kind.values().length);
  }

  @Test
  void aRefusalIsConfirmedOnlyTenSecondsLater() {
    Refund refused = State.REFUSED.refund();

    Instant tooEarly = NOW.plus(RefundRules.CONFIRMED_AFTER).minusMillis(1);
    assertThat(apply(refused, NO_REFUND, tooEarly).kind()).isEqualTo(UNCHANGED);
    assertThat(apply(refused, NO_REFUND, tooEarly.plusMillis(1)).kind()).isEqualTo(FAILED);
  }

  @Test
  void withoutARefusalTheChannelIsAskedAgain() {
    Refund accepted = State.ACCEPTED.refund();
    assertThat(accepted.isQueriedNext()).isTrue();

    Refund forgotten = apply(accepted, NO_REFUND, LATER).refund();

    assertThat(forgotten.isQueriedNext()).isFalse();
    assertThat(forgotten.status()).isEqualTo(RefundStatus.REFUNDING);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerToAnEarlierCallDecidesOnlyWhatCanNeverChange(State state) {
    Refund before = state.refund();
    Refund calledAgain = before.with(before.progress().queried(), NOW);

    KINDS.forEach(
        (answer, kinds) -> {
          RefundOutcome outcome = new RefundRules(calledAgain, call(before), LATER).apply(answer);
          boolean lasts = List.of(DONE, OTHER_AMOUNT, ABNORMAL, REFUSED_FOR_GOOD).contains(answer);
          Kind expected = lasts ? kind(kinds, state) : UNCHANGED;
          assertThat(outcome.kind()).as("%s to %s", answer, state).isEqualTo(expected);
        });
  }

  /** A callback told it meanwhile. */
  @Test
  void anAnswerFromBeforeTheRefundWasDoneContradictsNothing() {
    Refund done = apply(State.ACCEPTED.refund(), DONE, LATER).refund();
    RefundCall before = new RefundCall(done.progress().asks(), NOW, true);
    RefundCall after = new RefundCall(done.progress().asks(), LATER, true);

    for (RefundAnswer answer : List.of(ACCEPTED, ABNORMAL, NO_REFUND, REFUSED)) {
      assertThat(new RefundRules(done, before, LATER).apply(answer).kind()).isEqualTo(UNCHANGED);
      assertThat(new RefundRules(done, after, LATER).apply(answer).kind()).isEqualTo(CONTRADICTED);
    }
  }

  @Test
  void theChannelsTimeCountsUnlessItCannotBeTrue() {
    Instant said = NOW.plusSeconds(30);

    assertThat(refundedAt(said)).isEqualTo(said);
    assertThat(refundedAt(LATER.plus(PayOrder.MOST_SKEW).plusMillis(1))).isEqualTo(LATER);
    assertThat(refundedAt(NOW.minus(PayOrder.MOST_SKEW).minusMillis(1))).isEqualTo(LATER);
    assertThat(refundedAt(NOW.minus(PayOrder.MOST_SKEW))).isEqualTo(NOW.minus(PayOrder.MOST_SKEW));
  }

  private static @Nullable Instant refundedAt(Instant said) {
    return apply(State.ASKED.refund(), new RefundAnswer.Done(AMOUNT, null, said), LATER)
        .refund()
        .progress()
        .refundedAt();
  }

  @Test
  void aLateSuccessIsHeldAgain() {
    assertThat(State.FAILED.refund().isLive()).isFalse();
    assertThat(State.LATE.refund().isLive()).isTrue();
    assertThat(State.LATE.refund().progress().lateAt()).isEqualTo(NOW);
  }

  @Test
  void pausesGrowAndNeverEnd() {
    Refund refund = State.ASKED.refund();
    Duration twoHours = Duration.ofHours(2);

    assertThat(RefundBackoff.afterCall(refund, NOW)).isEqualTo(Duration.ofSeconds(15));
    for (int calls = 2; calls < 100; calls++) {
      Duration before = RefundBackoff.afterCall(refund, NOW.plus(twoHours));
      refund = refund.with(refund.progress().queried(), NOW);
      assertThat(RefundBackoff.afterCall(refund, NOW.plus(twoHours)))
          .isBetween(before, Duration.ofMinutes(30));
    }
    assertThat(RefundBackoff.afterCall(refund, NOW.plus(Duration.ofDays(1)))).hasHours(1);
    assertThat(RefundBackoff.afterCall(refund, NOW.plus(Duration.ofDays(8)))).hasDays(1);
    assertThat(RefundBackoff.afterCall(refund, NOW.plus(Duration.ofDays(800)))).hasDays(1);
  }

  @Test
  void aRefusalIsFollowedByItsConfirmation() {
    RefundOutcome refused = apply(State.ASKED.refund(), REFUSED, NOW);

    assertThat(RefundBackoff.after(State.ASKED.refund(), refused, NOW))
        .contains(RefundRules.CONFIRMED_AFTER);
  }

  @Test
  void onlyACallThatWasDueConfirmsARefusal() {
    Refund refused = apply(State.ASKED.refund(), REFUSED, NOW).refund();
    RefundCall early = new RefundCall(refused.progress().asks(), LATER, false);

    RefundOutcome outcome = new RefundRules(refused, early, LATER).apply(NO_REFUND);

    assertThat(outcome.kind()).isEqualTo(Kind.UNCHANGED);
    assertThat(RefundBackoff.after(refused, outcome, LATER)).contains(RefundRules.CONFIRMED_AFTER);
  }

  @Test
  void aRefundThatTheChannelHasLostIsAskedForSoon() {
    Refund accepted = State.ACCEPTED.refund();
    RefundOutcome lost = apply(accepted, NO_REFUND, LATER);

    assertThat(RefundBackoff.after(accepted, lost, LATER)).contains(Duration.ofSeconds(15));
  }

  @Test
  void aFailedRefundIsLookedAtOnceMore() {
    RefundOutcome failed = apply(State.ASKED.refund(), REFUSED_FOR_GOOD, NOW);
    RefundOutcome looked = apply(failed.refund(), NO_REFUND, LATER);

    assertThat(RefundBackoff.after(State.ASKED.refund(), failed, NOW))
        .contains(Duration.ofMinutes(10));
    assertThat(RefundBackoff.after(failed.refund(), looked, LATER)).isEmpty();
  }

  private static RefundOutcome apply(Refund refund, RefundAnswer answer, Instant now) {
    return new RefundRules(refund, new RefundCall(refund.progress().asks(), now, true), now)
        .apply(answer);
  }

  private static RefundCall call(Refund refund) {
    return new RefundCall(refund.progress().asks(), NOW, true);
  }

  private static RefundNo aRefundNo() {
    PayOrder order = aPayOrder();
    return RefundNo.issue(NOW.atZone(ZoneOffset.UTC), "0123456789", order.orderNo());
  }

  private static RefundTerms terms() {
    return new RefundTerms(
        aPayOrder().payNo(),
        new RefundOrderNo("r1"),
        TestChannels.MOCK,
        new TradeNo("T1"),
        AMOUNT,
        yuan("99.99"),
        REASON,
        Origin.CALLER,
        "order-service",
        null);
  }
}
