package com.yuge.payment.domain.callback;

import static com.yuge.payment.domain.callback.CallbackResult.FAILED;
import static com.yuge.payment.domain.callback.CallbackResult.IGNORED;
import static com.yuge.payment.domain.callback.CallbackResult.PROCESSED;
import static com.yuge.payment.domain.fixtures.InMemoryPayments.callback;
import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.yuge.payment.domain.callback.CallbackOutcome.Reason;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.fakes.InMemoryFinalPayOrderCache;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a verified callback gets, case by case. */
class HandleCallbackTest {
  private final InMemoryFinalPayOrderCache copies = new InMemoryFinalPayOrderCache();
  private final InMemoryPayments payments =
      new InMemoryPayments(copies, new InMemorySeenCallbacks());
  private final PayOrder order = payments.given(aPayOrder());

  @ParameterizedTest
  @EnumSource(names = {"INIT", "PAYING"})
  void aSuccessIsProcessed(PayStatus open) {
    PayOrder before = payments.given(aPayOrder(open));
    VerifiedCallback callback = callback(success(before, "T1"));

    CallbackOutcome outcome = handle(callback);

    assertOutcome(outcome, PROCESSED, Reason.APPLIED, PayStatus.SUCCESS);
    assertThat(payments.now(before)).isEqualTo(outcome.order());
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.store.audits()).isEmpty();
    assertThat(payments.store.callbacks())
        .containsExactly(line(callback, callback.id(), PROCESSED, "APPLIED"));
  }

  @Test
  void aFailureIsProcessed() {
    assertOutcome(
        handle(callback(failure(order, "T1"))), PROCESSED, Reason.APPLIED, PayStatus.FAILED);

    assertThat(payments.tags()).containsExactly("PAYMENT_FAILED");
  }

  @Test
  void theSameCallbackAgainIsIgnoredAndLoggedWithoutItsId() {
    VerifiedCallback callback = callback(success(order, "T1"));
    PayOrder paid = handle(callback).order();

    assertOutcome(handle(callback), IGNORED, Reason.SAME_CALLBACK, PayStatus.SUCCESS);
    assertOutcome(handle(callback), IGNORED, Reason.SAME_CALLBACK, PayStatus.SUCCESS);

    assertThat(payments.now(order)).isEqualTo(paid);
    assertThat(payments.tags()).hasSize(1);
    assertThat(payments.store.callbacks())
        .containsExactly(
            line(callback, callback.id(), PROCESSED, "APPLIED"),
            line(callback, null, IGNORED, "SAME_CALLBACK"),
            line(callback, null, IGNORED, "SAME_CALLBACK"));
  }

  /** The id covers neither the result nor the trade: whoever holds the secret may reuse it. */
  @Test
  void anIdUsedAgainForAnotherResultIsIgnoredToo() {
    VerifiedCallback first = callback(failure(order, "T1"));
    PayOrder failed = handle(first).order();

    assertOutcome(
        handle(callback(success(order, "T1"), first.id())),
        IGNORED,
        Reason.SAME_CALLBACK,
        PayStatus.FAILED);

    assertThat(payments.now(order)).isEqualTo(failed);
  }

  @Test
  void theSameResultInAnotherCallbackIsIgnored() {
    PayOrder paid = handle(callback(success(order, "T1"))).order();

    assertOutcome(
        handle(callback(success(order, "T1"))), IGNORED, Reason.SAME_WORD, PayStatus.SUCCESS);

    assertThat(payments.now(order)).isEqualTo(paid);
    assertThat(payments.store.audits()).isEmpty();
    assertThat(payments.store.callbacks()).extracting(CallbackRecord::id).doesNotContainNull();
  }

  @Test
  void aFailureAfterSuccessIsIgnoredAndAudited() {
    PayOrder paid = handle(callback(success(order, "T1"))).order();

    assertOutcome(
        handle(callback(failure(order, "T1"))), IGNORED, Reason.NO_CHANGE, PayStatus.SUCCESS);

    assertThat(payments.now(order)).isEqualTo(paid);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.store.audits())
        .extracting(AuditEntry::action)
        .containsExactly(AuditEntry.Action.NOTIFY);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void aSuccessAfterTheEndIsProcessedAsLateAndTheStatusStays(PayStatus ended) {
    PayOrder before = payments.given(aPayOrder(ended));
    assertThat(payments.find.byPayNo(before.payNo())).isPresent();

    CallbackOutcome outcome = handle(callback(success(before, "T1")));

    assertOutcome(outcome, PROCESSED, Reason.LATE_SUCCESS, ended);
    assertThat(payments.now(before)).isEqualTo(outcome.order());
    assertThat(payments.tags()).containsExactly("PAYMENT_LATE_SUCCEEDED");
    assertThat(payments.store.audits()).hasSize(1);
    assertThat(payments.finals.find(before.payNo())).isEmpty();
    assertOutcome(handle(callback(success(before, "T1"))), IGNORED, Reason.SAME_WORD, ended);
  }

  @Test
  void aMismatchFailsAndIsRecordedForAPerson() {
    ChannelResult tooLittle = success(order, "T1", ANOTHER_PRICE);

    CallbackOutcome outcome = handle(callback(tooLittle));

    assertOutcome(outcome, FAILED, Reason.MISMATCH, PayStatus.INIT);
    assertThat(payments.now(order)).isEqualTo(outcome.order());
    assertThat(payments.store.trades()).extracting(PaidTrade::kind).containsExactly(Kind.MISMATCH);
    assertThat(payments.tags()).containsExactly("PAYMENT_MISMATCHED");
    assertThat(payments.store.audits()).hasSize(1);
    assertThat(payments.logged()).containsExactly("MISMATCH");
  }

  @Test
  void aSecondTradeOnAPaidOrderFails() {
    PayOrder paid = handle(callback(success(order, "T1"))).order();

    assertOutcome(
        handle(callback(success(order, "T2"))), FAILED, Reason.MISMATCH, PayStatus.SUCCESS);

    assertThat(payments.now(order).channelTradeNo()).isEqualTo(paid.channelTradeNo());
    assertThat(payments.store.trades())
        .extracting(PaidTrade::kind)
        .containsExactly(Kind.SETTLED, Kind.DUPLICATE);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_MISMATCHED");
  }

  @Test
  void aClaimToAnotherOrdersTradeFailsOnceAndIsARepeatThen() {
    PayOrder owner = payments.given(aPayOrder(PayStatus.PAYING));
    assertThat(handle(callback(success(owner, "T1"))).result()).isEqualTo(PROCESSED);

    CallbackOutcome outcome = handle(callback(success(order, "T1")));

    assertOutcome(outcome, FAILED, Reason.MISMATCH, PayStatus.INIT);
    assertThat(payments.now(order)).isEqualTo(outcome.order());
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_MISMATCHED");
    assertThat(payments.store.trades()).hasSize(1);
    assertThat(payments.store.claims())
        .extracting(TradeClaim::payNo)
        .containsExactly(order.payNo());
    assertOutcome(
        handle(callback(success(order, "T1"))), IGNORED, Reason.SAME_WORD, PayStatus.INIT);
  }

  @Test
  void theAmountThatWasLeftOutIsConfirmed() {
    PayOrder paid = handle(callback(success(order, "T1"))).order();

    CallbackOutcome outcome = handle(callback(success(order, "T1", PRICE)));

    assertOutcome(outcome, PROCESSED, Reason.AMOUNT_CONFIRMED, PayStatus.SUCCESS);
    assertThat(payments.now(order)).isEqualTo(paid);
    assertThat(payments.store.trades()).extracting(PaidTrade::amount).containsExactly(PRICE);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.logged()).containsExactly("APPLIED", "AMOUNT_CONFIRMED");
  }

  @Test
  void anotherAmountThanWasTakenForGrantedFails() {
    assertThat(handle(callback(success(order, "T1"))).result()).isEqualTo(PROCESSED);

    CallbackOutcome outcome = handle(callback(success(order, "T1", ANOTHER_PRICE)));

    assertOutcome(outcome, FAILED, Reason.AMOUNT_DIFFERED, PayStatus.SUCCESS);
    assertThat(payments.now(order)).isEqualTo(outcome.order());
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_AMOUNT_DIFFERED");
  }

  @Test
  void anAmountThatContradictsTheOneBeforeFailsAndIsKept() {
    PayOrder paid = handle(callback(success(order, "T1", PRICE))).order();

    CallbackOutcome outcome = handle(callback(success(order, "T1", ANOTHER_PRICE)));

    assertOutcome(outcome, FAILED, Reason.AMOUNT_DIFFERED, PayStatus.SUCCESS);
    assertThat(payments.now(order).version()).isEqualTo(paid.version() + 1);
    assertThat(payments.store.trades())
        .extracting(PaidTrade::amount, PaidTrade::state)
        .containsExactly(tuple(ANOTHER_PRICE, State.OPEN));
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_AMOUNT_DIFFERED");
    assertThat(payments.store.audits()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void whateverIsAddedToAFinalOrderDropsItsCopy(PayStatus ended) {
    PayOrder before = payments.given(aPayOrder(ended));
    List<ChannelResult> results =
        List.of(
            success(before, "T1"),
            success(before, "T1", ANOTHER_PRICE),
            success(before, "T2", PRICE));
    for (ChannelResult result : results) {
      assertThat(payments.find.byPayNo(before.payNo())).isPresent();
      assertThat(payments.finals.find(before.payNo())).isPresent();

      assertThat(handle(callback(result)).reason()).isNotEqualTo(Reason.SAME_WORD);

      assertThat(payments.finals.find(before.payNo())).isEmpty();
      copies.endDrops();
    }
  }

  @ParameterizedTest
  @CsvSource({"-60, true", "-600, false"})
  void aPayersMomentIsAuditedOnlyIfItCannotBeTrue(long secondsFromCreation, boolean plain) {
    Instant moment = NOW.plusSeconds(secondsFromCreation);
    ChannelResult result =
        new ChannelResult(order.payNo(), Status.SUCCESS, new TradeNo("T1"), PRICE, moment);

    PayOrder paid = handle(callback(result)).order();

    assertThat(paid.paidAt()).isEqualTo(plain ? moment : NOW);
    assertThat(payments.store.audits()).hasSize(plain ? 0 : 1);
  }

  private CallbackOutcome handle(VerifiedCallback callback) {
    return payments.handleCallback.handle(callback).orElseThrow();
  }

  private static void assertOutcome(
      CallbackOutcome outcome, CallbackResult result, Reason reason, PayStatus current) {
    assertThat(outcome.result()).isEqualTo(result);
    assertThat(outcome.reason()).isEqualTo(reason);
    assertThat(outcome.order().status()).isEqualTo(current);
  }

  private static CallbackRecord line(
      VerifiedCallback callback, @Nullable CallbackId id, CallbackResult result, String reason) {
    return new CallbackRecord(
        TestChannels.MOCK,
        callback.result().payNo(),
        id,
        callback.result().status().name(),
        callback.payload(),
        true,
        result,
        reason,
        NOW);
  }
}
