package com.yuge.payment.domain.callback;

import static com.yuge.payment.domain.fixtures.InMemoryPayments.callback;
import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.callback.CallbackOutcome.Reason;
import com.yuge.payment.domain.fakes.InMemoryFinalPayOrderCache;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.fakes.InMemoryTimelines;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.order.TimelineEntry;
import com.yuge.payment.domain.order.Timelines.TimelineRow;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repeats that are remembered need no lock; a memory decides nothing. */
class AnswerDuplicateCallbackTest {
  private final InMemorySeenCallbacks memory = new InMemorySeenCallbacks();
  private final InMemoryPayments payments =
      new InMemoryPayments(new InMemoryFinalPayOrderCache(), memory);
  private final PayOrder order = payments.given(aPayOrder());
  private final VerifiedCallback callback = callback(success(order, "T1"));

  @Test
  void aRememberedRepeatIsAnsweredAndLoggedWithoutTheLock() {
    PayOrder paid = handle(callback).order();

    CallbackOutcome again = handle(callback);

    assertThat(again)
        .isEqualTo(new CallbackOutcome(CallbackResult.IGNORED, Reason.SAME_CALLBACK, paid));
    assertThat(payments.watch.calls()).containsOnlyOnce("PayOrders.lock");
    assertThat(payments.logged()).containsExactly("APPLIED", "SAME_CALLBACK");
    assertThat(payments.store.callbacks().get(1).id()).isNull();
  }

  @Test
  void aForgottenRepeatIsAnsweredAllTheSameAndRememberedAgain() {
    PayOrder paid = handle(callback).order();
    memory.forget();

    assertThat(handle(callback)).isEqualTo(CallbackOutcome.repeated(paid));

    assertThat(payments.logged()).containsExactly("APPLIED", "SAME_CALLBACK");
    assertThat(memory.remembers(TestChannels.MOCK, callback.id())).isTrue();
  }

  /** One callback of 16 KiB that somebody has caught would otherwise fill the disk. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFirstRepeatsAreKeptAndTheOthersCountedWhetherRememberedOrNot(boolean remembered) {
    PayOrder paid = handle(callback).order();

    for (int i = 0; i < 3 * AnswerDuplicateCallback.KEPT; i++) {
      if (!remembered) {
        memory.forget();
      }
      assertThat(handle(callback)).isEqualTo(CallbackOutcome.repeated(paid));
    }

    assertThat(payments.logged()).hasSize(1 + AnswerDuplicateCallback.KEPT);
    assertThat(
            new InMemoryTimelines(payments.store)
                .before(paid.payNo(), TimelineCursor.NEWEST, 100)
                .callbacks())
        .flatExtracting(TimelineRow::entries)
        .extracting(TimelineEntry::detail)
        .contains("APPLIED, repeated " + 3 * AnswerDuplicateCallback.KEPT + " times");
  }

  /** As after a backup of the database was restored while the memory lived on. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMemoryWithoutALogDecidesNothing(boolean ended) {
    PayOrder before = payments.given(aPayOrder(ended ? PayStatus.CLOSED : PayStatus.PAYING));
    VerifiedCallback unheard = callback(success(before, "T1"));
    memory.remember(TestChannels.MOCK, unheard.id());

    assertThat(handle(unheard).result()).isEqualTo(CallbackResult.PROCESSED);
    assertThat(payments.tags())
        .containsExactly(ended ? "PAYMENT_LATE_SUCCEEDED" : "PAYMENT_SUCCEEDED");
  }

  @Test
  void anOpenOrdersStatusIsToldUnderItsLock() {
    VerifiedCallback mismatch = callback(success(order, "T1", ANOTHER_PRICE));
    assertThat(handle(mismatch).result()).isEqualTo(CallbackResult.FAILED);

    assertThat(handle(mismatch).reason()).isEqualTo(Reason.SAME_CALLBACK);

    // The repeat locks it again, once its id has turned out to be taken.
    assertThat(payments.watch.calls()).filteredOn("PayOrders.lock"::equals).hasSize(3);
  }

  @Test
  void anUnknownOrderIsNotRemembered() {
    VerifiedCallback unknown = callback(success(aPayOrder(), "T1"));

    assertThat(payments.handleCallback.handle(unknown)).isEmpty();

    assertThat(memory.remembers(TestChannels.MOCK, unknown.id())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PayOrders.lock", "CallbackLog.add", "PayOrders.advance"})
  void whatWasNotCommittedIsNotRemembered(String broken) {
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> handle(callback)).isInstanceOf(StoreUnavailable.class);

    assertThat(memory.remembers(TestChannels.MOCK, callback.id())).isFalse();
  }

  /** An answer is an acknowledgement, and every callback is kept: both need the database. */
  @Test
  void aRememberedRepeatThatCannotBeLoggedIsNotAnswered() {
    PayOrder paid = handle(callback).order();
    payments.watch.breaks("CallbackLog.add");

    assertThatThrownBy(() -> handle(callback)).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.logged()).isEqualTo(List.of("APPLIED"));
    assertThat(payments.now(paid)).isEqualTo(paid);
  }

  private CallbackOutcome handle(VerifiedCallback received) {
    return payments.handleCallback.handle(received).orElseThrow();
  }
}
