package com.yuge.payment.domain.callback;

import static com.yuge.payment.domain.callback.CallbackResult.FAILED;
import static com.yuge.payment.domain.callback.CallbackResult.IGNORED;
import static com.yuge.payment.domain.callback.CallbackResult.PROCESSED;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.callback.CallbackVerdict.Reason;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.Settlement;
import com.yuge.payment.domain.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackVerdictTest {
  private final PayOrder open = aPayOrder();
  private final PayOrder ended = aPayOrder(PayStatus.CLOSED);

  @Test
  void eachSettlementHasItsAnswer() {
    assertAnswer(open.settle(success(open, "T1"), NOW), PROCESSED, Reason.APPLIED);
    assertAnswer(ended.settle(success(ended, "T1"), NOW), PROCESSED, Reason.LATE_SUCCESS);
    assertAnswer(new Settlement.Duplicate(open), IGNORED, Reason.SAME_WORD);
    assertAnswer(new Settlement.Ignored(open), IGNORED, Reason.NO_CHANGE);
    assertAnswer(new Settlement.Mismatch(open, true), FAILED, Reason.MISMATCH);
    assertAnswer(new Settlement.Mismatch(open, false), FAILED, Reason.MISMATCH);
  }

  @Test
  void aRepeatedCallbackIsIgnored() {
    assertThat(CallbackVerdict.repeated(open))
        .isEqualTo(new CallbackVerdict(IGNORED, Reason.SAME_CALLBACK, open));
  }

  @Test
  void anUnverifiedCallbackOccupiesNoId() {
    CallbackId id = new CallbackId(aNonce());

    assertThatThrownBy(
            () ->
                new CallbackRecord(
                    PayChannel.MOCK, aPayNo(), id, "SUCCESS", "", false, FAILED, "BAD", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0",
        "0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcdeg"
      })
  void anIdIs32LowerCaseHexDigits(String text) {
    assertThatThrownBy(() -> new CallbackId(text)).isInstanceOf(InvalidValue.class);
  }

  private static void assertAnswer(Settlement settlement, CallbackResult result, Reason reason) {
    assertThat(CallbackVerdict.of(settlement))
        .isEqualTo(new CallbackVerdict(result, reason, settlement.order()));
  }
}
