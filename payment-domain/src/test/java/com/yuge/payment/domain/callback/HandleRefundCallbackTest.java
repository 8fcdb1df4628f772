package com.yuge.payment.domain.callback;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.RefundCallbackOutcome.Reason;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundCreation;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a verified callback about a refund does, and that it does it once. */
class HandleRefundCallbackTest {
  private static final RefundAnswer DONE = new RefundAnswer.Done(PRICE, null, null);
  private static final RefundNo NOBODYS = new RefundNo("REF" + "0".repeat(29));
  private static final RefundAnswer CLOSED = new RefundAnswer.Refused(new FailCode("CLOSED"), true);

  private final InMemoryPayments payments = new InMemoryPayments();
  private final HandleRefundCallback handle = payments.useCases.handleRefundCallback();

  @Test
  void aSignedAmountDecidesTheRefund() {
    Refund refund = anAcceptedRefund();

    assertThat(answer(callback(refund, DONE))).isEqualTo(Reason.APPLIED);

    assertThat(now(refund).status()).isEqualTo(RefundStatus.SUCCESS);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "REFUND_SUCCEEDED");
    assertThat(payments.logged()).containsExactly("APPLIED");
  }

  @Test
  void theSameCallbackActsOnce() {
    Refund refund = anAcceptedRefund();
    VerifiedRefundCallback callback = callback(refund, DONE);
    assertThat(answer(callback)).isEqualTo(Reason.APPLIED);

    assertThat(answer(callback)).isEqualTo(Reason.SAME_CALLBACK);
    assertThat(answer(callback(refund, DONE))).isEqualTo(Reason.SAME_WORD);

    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "REFUND_SUCCEEDED");
    assertThat(payments.logged()).containsExactly("APPLIED", "SAME_CALLBACK", "SAME_WORD");
  }

  @Test
  void repeatsBeyondTheLimitAreOnlyCounted() {
    Refund refund = anAcceptedRefund();
    VerifiedRefundCallback callback = callback(refund, DONE);
    for (int i = 0; i < AnswerDuplicateCallback.KEPT + 5; i++) {
      assertThat(handle.handle(callback)).isPresent();
    }

    assertThat(payments.logged()).hasSize(1 + AnswerDuplicateCallback.KEPT);
  }

  @Test
  void withoutASignedAmountItOnlyMakesTheChannelBeQueried() {
    Refund refund = anAcceptedRefund();
    payments.refundChannel.answersQueries(DONE);
    assertThat(due()).isEmpty();

    assertThat(answer(callback(refund, null))).isEqualTo(Reason.CHECK_DUE);

    assertThat(now(refund).status()).isEqualTo(RefundStatus.REFUNDING);
    List<DueRefund> due = claimed();
    assertThat(due).extracting(DueRefund::refundNo).containsExactly(refund.refundNo());
    assertThat(payments.refund.processRefund().handle(due.get(0)).refund().isDone()).isTrue();
    assertThat(answer(callback(refund, null))).isEqualTo(Reason.SAME_WORD);
  }

  @Test
  void aDelayedCallbackContradictsNothingUnlessItCanNeverBeTrue() {
    Refund refund = anAcceptedRefund();
    payments.clock.advance(Duration.ofSeconds(1));
    assertThat(answer(callback(refund, DONE))).isEqualTo(Reason.APPLIED);

    assertThat(answer(callback(refund, new RefundAnswer.Accepted(null))))
        .isEqualTo(Reason.SAME_WORD);
    assertThat(answer(callback(refund, CLOSED))).isEqualTo(Reason.CONTRADICTION);
  }

  @Test
  void anOldCallbackLeavesTheQueryThatALaterOneMadeDue() {
    Refund refund = aClosedRefund();
    assertThat(answer(callback(refund, null))).isEqualTo(Reason.CHECK_DUE);

    assertThat(answer(callback(refund, CLOSED))).isEqualTo(Reason.SAME_WORD);

    assertThat(due()).containsExactly(refund.refundNo());
  }

  @Test
  void anOldAnswerLeavesTheQueryThatACallbackMadeDue() {
    Refund refund = aClosedRefund();
    payments.refundChannel.answersQueries(CLOSED);
    payments.refundChannel.beforeAnswer(
        () -> assertThat(answer(callback(refund, null))).isEqualTo(Reason.CHECK_DUE));

    DueRefund claimed = new DueRefund(refund.refundNo(), refund.version());
    assertThat(payments.refund.processRefund().handle(claimed).kind())
        .isEqualTo(RefundOutcome.Kind.UNCHANGED);

    assertThat(due()).containsExactly(refund.refundNo());
  }

  @Test
  void anotherAmountIsForAPerson() {
    Refund refund = anAcceptedRefund();

    assertThat(answer(callback(refund, new RefundAnswer.Done(yuan("0.01"), null, null))))
        .isEqualTo(Reason.CONTRADICTION);

    assertThat(now(refund).status()).isEqualTo(RefundStatus.REFUNDING);
    assertThat(payments.store.audits())
        .filteredOn(step -> step.action() == Action.REFUND_NOTIFY)
        .allSatisfy(step -> assertThat(step.detail()).contains("CONTRADICTED", "0.01"));
  }

  @Test
  void aRefundOfNobodyIsLoggedAndItsIdStaysFree() {
    Refund refund = anAcceptedRefund();
    VerifiedRefundCallback unknown = callback(NOBODYS);
    VerifiedRefundCallback foreign = callback(refund, TestChannels.ALIPAY, DONE);

    assertThat(handle.handle(unknown)).isEmpty();
    assertThat(handle.handle(foreign)).isEmpty();

    assertThat(payments.logged()).containsOnly(CallbackRecord.UNKNOWN_REFUND_NO);
    assertThat(payments.store.callbacks())
        .extracting(CallbackRecord::id)
        .hasSize(2)
        .doesNotContain(unknown.id(), foreign.id());
    assertThat(now(refund).status()).isEqualTo(RefundStatus.REFUNDING);
  }

  @Test
  void manyCallbacksAboutOneUnknownRefundAreOnlyCounted() {
    for (int i = 0; i < AnswerDuplicateCallback.KEPT + 5; i++) {
      assertThat(handle.handle(callback(NOBODYS))).isEmpty();
    }
    assertThat(payments.logged()).hasSize(1 + AnswerDuplicateCallback.KEPT);

    assertThat(handle.handle(callback(new RefundNo("REF" + "1".repeat(29))))).isEmpty();
    assertThat(payments.logged()).hasSize(2 + AnswerDuplicateCallback.KEPT);
  }

  private Refund aClosedRefund() {
    Refund refund = anAcceptedRefund();
    assertThat(answer(callback(refund, CLOSED))).isEqualTo(Reason.APPLIED);
    return now(refund);
  }

  private Refund anAcceptedRefund() {
    payments.refundChannel.answersRefunds(new RefundAnswer.Accepted(null));
    PayOrder order = payments.given(paying(aPayOrder()));
    assertThat(payments.apply.handle(success(order, "T1", PRICE), Action.QUERY)).isPresent();
    RefundCreation creation =
        payments.refund.createRefund().handle(aRefund(order, PRICE)).orElseThrow();
    return ((RefundCreation.Agreed) creation).refund();
  }

  private Reason answer(VerifiedRefundCallback callback) {
    return handle.handle(callback).orElseThrow().reason();
  }

  private static VerifiedRefundCallback callback(RefundNo refundNo) {
    return new VerifiedRefundCallback(
        new CallbackId(aNonce()), TestChannels.MOCK, refundNo, "SUCCESS", DONE, "{}");
  }

  private static VerifiedRefundCallback callback(Refund refund, @Nullable RefundAnswer answer) {
    return callback(refund, TestChannels.MOCK, answer);
  }

  private static VerifiedRefundCallback callback(
      Refund refund, PayChannel channel, @Nullable RefundAnswer answer) {
    return new VerifiedRefundCallback(
        new CallbackId(aNonce()), channel, refund.refundNo(), "SUCCESS", answer, "{}");
  }

  private Refund now(Refund refund) {
    return payments.refunds.find(refund.refundNo()).orElseThrow();
  }

  private List<RefundNo> due() {
    return claimed().stream().map(DueRefund::refundNo).toList();
  }

  private List<DueRefund> claimed() {
    return payments.refund.claimDueRefunds(Duration.ofMinutes(1)).handle(10);
  }
}
