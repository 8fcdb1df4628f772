package com.yuge.payment.domain.callback;

import static com.yuge.payment.domain.fixtures.InMemoryPayments.callback;
import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.callback.CallbackOutcome.Reason;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers, races and failing stores: a callback counts once, whole, or not at all. */
class HandleCallbackSafetyTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder order = aPayOrder();
  private final VerifiedCallback callback = callback(success(order, "T1"));

  @Test
  void anUnknownOrderLeavesTheIdFreeSoThatARetryIsHeard() {
    assertThat(handle(callback)).isEmpty();
    assertThat(payments.store.callbacks())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.id()).isNull();
              assertThat(line.payNo()).isEqualTo(order.payNo());
              assertThat(line.signatureValid()).isTrue();
              assertThat(line.result()).isEqualTo(CallbackResult.FAILED);
              assertThat(line.reason()).isEqualTo("UNKNOWN_PAY_NO");
            });

    PayOrder stored = payments.given(order);

    assertThat(handle(callback).orElseThrow().result()).isEqualTo(CallbackResult.PROCESSED);
    assertThat(payments.now(stored).status()).isEqualTo(PayStatus.SUCCESS);
  }

  @Test
  void aChannelHasNoSayInAnotherChannelsOrder() {
    PayOrder stored = payments.given(order);
    VerifiedCallback stranger =
        new VerifiedCallback(callback.id(), TestChannels.WECHAT, callback.result(), "{}");

    assertThat(handle(stranger)).isEmpty();

    assertThat(payments.now(stored)).isEqualTo(stored);
    assertThat(payments.tags()).isEmpty();
    assertThat(payments.logged()).containsExactly("UNKNOWN_PAY_NO");
    assertThat(handle(callback).orElseThrow().result()).isEqualTo(CallbackResult.PROCESSED);
  }

  /** The other way round, parallel repeats deadlock on the log's unique key. Memory comes last. */
  @Test
  void theOrderIsLockedFirstAndTheLogComesSecond() {
    PayOrder stored = payments.given(order);

    assertThat(handle(callback)).isPresent();

    assertThat(payments.now(stored).status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(payments.watch.calls())
        .containsExactly(
            "SeenCallbacks.remembers",
            "PayOrders.lock",
            "PaidTrades.add",
            "CallbackLog.add",
            "PayOrders.advance",
            "Outbox.append",
            "SeenCallbacks.remember");
  }

  /** What the repeat says is not what was said last, so deciding on it anew would write. */
  @Test
  void aRepeatAboutAnOpenOrderLeavesNothingOfWhatWasDecidedOnIt() {
    PayOrder stored = payments.given(order);
    VerifiedCallback first = callback(success(order, "T1", ANOTHER_PRICE));
    assertThat(handle(first).orElseThrow().reason()).isEqualTo(Reason.MISMATCH);
    VerifiedCallback second = callback(success(order, "T1", PRICE));
    assertThat(handle(second).orElseThrow().reason()).isEqualTo(Reason.AMOUNT_DIFFERED);
    PayOrder before = payments.now(stored);
    List<PaidTrade> trades = payments.store.trades();

    assertThat(handle(first).orElseThrow().reason()).isEqualTo(Reason.SAME_CALLBACK);

    assertThat(before.status().isOpen()).isTrue();
    assertThat(payments.now(stored)).isEqualTo(before);
    assertThat(payments.store.trades()).isEqualTo(trades);
    assertThat(payments.tags()).containsExactly("PAYMENT_MISMATCHED", "PAYMENT_AMOUNT_DIFFERED");
    assertThat(payments.logged()).containsExactly("MISMATCH", "AMOUNT_DIFFERED", "SAME_CALLBACK");
  }

  @Test
  void ofParallelRepeatsOneIsProcessed() {
    PayOrder stored = payments.given(order);

    Race<CallbackOutcome> race = Race.of(32, () -> handle(callback).orElseThrow());

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers())
        .filteredOn(outcome -> outcome.result() == CallbackResult.PROCESSED)
        .hasSize(1);
    assertThat(race.answers())
        .extracting(CallbackOutcome::order)
        .containsOnly(payments.now(stored));
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.logged())
        .hasSize(1 + AnswerDuplicateCallback.KEPT)
        .containsOnlyOnce("APPLIED");
  }

  /** One callback of 16 KiB that somebody has caught would otherwise fill the disk. */
  @Test
  void ofACallbackAboutAnUnknownOrderTheFirstRepeatsAreKeptAndTheOthersCounted() {
    for (int i = 0; i < 3 * AnswerDuplicateCallback.KEPT; i++) {
      assertThat(handle(callback)).isEmpty();
    }

    assertThat(payments.logged())
        .hasSize(1 + AnswerDuplicateCallback.KEPT)
        .containsOnly("UNKNOWN_PAY_NO");
    PayOrder stored = payments.given(order);
    assertThat(handle(callback).orElseThrow().result()).isEqualTo(CallbackResult.PROCESSED);
    assertThat(payments.now(stored).status()).isEqualTo(PayStatus.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PayOrders.lock",
        "PaidTrades.add",
        "CallbackLog.add",
        "PayOrders.advance",
        "Outbox.append"
      })
  void afterAFailureNothingIsKeptAndARetryIsProcessed(String broken) {
    PayOrder stored = payments.given(order);
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> handle(callback)).isInstanceOf(StoreUnavailable.class);
    assertThat(payments.now(stored)).isEqualTo(stored);
    assertThat(payments.store.callbacks()).isEmpty();
    assertThat(payments.store.trades()).isEmpty();
    assertThat(payments.tags()).isEmpty();

    payments.watch.heals();
    assertThat(handle(callback).orElseThrow().result()).isEqualTo(CallbackResult.PROCESSED);
    assertThat(payments.logged()).containsExactly("APPLIED");
  }

  @Test
  void afterAFailedAuditNothingIsKept() {
    PayOrder ended = payments.given(aPayOrder(PayStatus.CLOSED));
    PayOrderDetails copy = payments.find.byPayNo(ended.payNo()).orElseThrow();
    payments.watch.breaks("AuditTrail.record");

    assertThatThrownBy(() -> handle(callback(success(ended, "T1"))))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(payments.now(ended)).isEqualTo(ended);
    assertThat(payments.store.callbacks()).isEmpty();
    assertThat(payments.tags()).isEmpty();
    assertThat(payments.finals.find(ended.payNo())).contains(copy);
  }

  @Test
  void aFailedLogOfAnUnknownOrderIsAnOutageNotAnAnswer() {
    payments.watch.breaks("CallbackLog.add");

    assertThatThrownBy(() -> handle(callback(failure(order, null))))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(payments.store.callbacks()).isEmpty();
  }

  /** Else anybody could burn the id of a genuine callback, or a genuine one burn it by its age. */
  @ParameterizedTest
  @CsvSource({"false, BAD_SIGNATURE", "true, OUTSIDE_WINDOW"})
  void aRejectedCallbackIsLoggedAndOccupiesNothing(boolean genuine, String reason) {
    PayOrder stored = payments.given(order);

    payments.rejectCallback.handle(
        TestChannels.MOCK,
        new CallbackClaim(order.payNo(), "SUCCESS", genuine),
        callback.payload(),
        reason);

    assertThat(payments.now(stored)).isEqualTo(stored);
    assertThat(payments.store.callbacks())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.id()).isNull();
              assertThat(line.signatureValid()).isEqualTo(genuine);
              assertThat(line.result()).isEqualTo(CallbackResult.FAILED);
              assertThat(line.reason()).isEqualTo(reason);
              assertThat(line.payload()).isEqualTo(callback.payload());
            });
    assertThat(handle(callback).orElseThrow().result()).isEqualTo(CallbackResult.PROCESSED);
  }

  @Test
  void aRejectedCallbackNeedNameNoOrder() {
    String payload = aNonce();

    payments.rejectCallback.handle(TestChannels.MOCK, CallbackClaim.NONE, payload, "MALFORMED");

    assertThat(payments.store.callbacks())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.payNo()).isNull();
              assertThat(line.status()).isNull();
              assertThat(line.payload()).isEqualTo(payload);
            });
  }

  private Optional<CallbackOutcome> handle(VerifiedCallback received) {
    return payments.handleCallback.handle(received);
  }
}
