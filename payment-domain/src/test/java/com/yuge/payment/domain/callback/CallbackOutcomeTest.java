package com.yuge.payment.domain.callback;

import static com.yuge.payment.domain.callback.CallbackResult.FAILED;
import static com.yuge.payment.domain.callback.CallbackResult.IGNORED;
import static com.yuge.payment.domain.callback.CallbackResult.PROCESSED;
import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.after;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.claim;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.callback.CallbackOutcome.Reason;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackOutcomeTest {
  private final PayOrder open = aPayOrder();
  private final PayOrder ended = aPayOrder(PayStatus.CLOSED);
  private final PaymentOutcome paid = apply(open, success(open, "T1"), NOW);
  private final PaymentOutcome tooLittle = apply(open, success(open, "T1", ANOTHER_PRICE), NOW);
  private final Set<Class<?>> answered = new HashSet<>();

  @Test
  void eachOutcomeHasItsAnswer() {
    assertAnswer(paid, PROCESSED, Reason.APPLIED);
    assertAnswer(apply(ended, success(ended, "T1"), NOW), PROCESSED, Reason.LATE_SUCCESS);
    assertAnswer(new PaymentOutcome.Duplicate(open), IGNORED, Reason.SAME_WORD);
    assertAnswer(new PaymentOutcome.Ignored(open), IGNORED, Reason.NO_CHANGE);
    assertAnswer(tooLittle, FAILED, Reason.MISMATCH);
    assertAnswer(claim(open, success(open, "T1"), NOW), FAILED, Reason.MISMATCH);
    assertAnswer(toldAmount(PRICE), PROCESSED, Reason.AMOUNT_CONFIRMED);
    assertAnswer(toldAmount(ANOTHER_PRICE), FAILED, Reason.AMOUNT_DIFFERED);
    assertAnswer(contradicted(), FAILED, Reason.AMOUNT_DIFFERED);
  }

  /** A kind that nobody thought of would pass for a mismatch. */
  @Test
  void noKindOfOutcomeIsForgotten() {
    assertThat(answered).isEmpty();
    eachOutcomeHasItsAnswer();

    assertThat(answered).containsExactlyInAnyOrder(PaymentOutcome.class.getPermittedSubclasses());
  }

  @Test
  void aRepeatedCallbackIsIgnored() {
    assertThat(CallbackOutcome.repeated(open))
        .isEqualTo(new CallbackOutcome(IGNORED, Reason.SAME_CALLBACK, open));
  }

  @Test
  void anUnverifiedCallbackOccupiesNoId() {
    CallbackId id = new CallbackId(aNonce());

    assertThatThrownBy(
            () ->
                new CallbackRecord(
                    TestChannels.MOCK, aPayNo(), id, "SUCCESS", "", false, FAILED, "BAD", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "an id",
        "an\tid",
        "\u8bc6",
        "01234567890123456789012345678901234567890123456789012345678901234"
      })
  void anIdIs1To64VisibleCharacters(String text) {
    assertThatThrownBy(() -> new CallbackId(text)).isInstanceOf(InvalidValue.class);
  }

  private PaymentOutcome toldAmount(Money said) {
    PayOrderDetails unsaid = after(new PayOrderDetails(open, List.of()), paid);
    return apply(unsaid, success(open, "T1", said), NOW);
  }

  private PaymentOutcome contradicted() {
    PayOrderDetails known = after(new PayOrderDetails(open, List.of()), tooLittle);
    return apply(known, success(open, "T1", PRICE), NOW);
  }

  private void assertAnswer(PaymentOutcome outcome, CallbackResult result, Reason reason) {
    answered.add(outcome.getClass());
    assertThat(CallbackOutcome.of(outcome))
        .isEqualTo(new CallbackOutcome(result, reason, outcome.order()));
  }
}
