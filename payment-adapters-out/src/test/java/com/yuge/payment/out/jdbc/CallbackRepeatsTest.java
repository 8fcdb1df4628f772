package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has caught one signed callback of 16 KiB may send it as often as he likes. */
class CallbackRepeatsTest {
  private static final int RUNNERS = 30;
  private static final int ATTEMPTS = 10;
  private static final int KEPT = 20;

  private final JdbcPayments payments = new JdbcPayments();
  private final PayOrder order = payments.added(aPayOrder());
  private final VerifiedCallback callback =
      new VerifiedCallback(
          new CallbackId(aNonce()),
          TestChannels.MOCK,
          success(order, "T" + order.payNo()),
          "x".repeat(16 * 1024));

  /** With the first one heard, no repeat locks the order's row. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofParallelRepeatsTheFirstAreKeptAndAllAreCounted(boolean heardBefore) {
    if (heardBefore) {
      assertThat(handle().result()).isEqualTo(CallbackResult.PROCESSED);
    }

    Race<CallbackOutcome> race = Race.of(RUNNERS, this::handle);

    assertThat(race.failures()).isEmpty();
    int repeats = heardBefore ? RUNNERS : RUNNERS - 1;
    assertThat(race.answers())
        .filteredOn(outcome -> outcome.result() == CallbackResult.IGNORED)
        .hasSize(repeats);
    assertThat(rows()).isEqualTo(1 + KEPT);
    assertThat(countedRepeats()).isEqualTo(repeats);
  }

  /** No order's row is there to wait for. */
  @Test
  void ofParallelCallbacksAboutAnUnknownRefundTheFirstAreKeptAndAllAreCounted() {
    RefundNo refundNo = new RefundNo("REF" + order.payNo().value().substring(3));

    Race<Boolean> race = Race.of(RUNNERS, () -> isKnown(refundNo));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).hasSize(RUNNERS).containsOnly(false);
    String lines = "FROM t_pay_callback_log WHERE raw_payload = ?";
    assertThat(number("SELECT COUNT(*) " + lines, refundNo.value())).isEqualTo(1 + KEPT);
    assertThat(number("SELECT SUM(repeats) " + lines, refundNo.value())).isEqualTo(RUNNERS - 1);
  }

  private boolean isKnown(RefundNo refundNo) {
    VerifiedRefundCallback unknown =
        new VerifiedRefundCallback(
            new CallbackId(aNonce()), TestChannels.MOCK, refundNo, "X", null, refundNo.value());
    return untilNotBusy(() -> payments.refundCallbacks.handle(unknown)).isPresent();
  }

  private CallbackOutcome handle() {
    return untilNotBusy(() -> payments.callbacks.handle(callback)).orElseThrow();
  }

  // As the channel does: who is told that the store is busy sends again.
  private static <T> T untilNotBusy(Supplier<T> handle) {
    for (int attempt = 1; ; attempt++) {
      try {
        return handle.get();
      } catch (StoreUnavailable busy) {
        if (attempt == ATTEMPTS) {
          throw busy;
        }
      }
    }
  }

  private int rows() {
    return number(
        "SELECT COUNT(*) FROM t_pay_callback_log WHERE pay_no = ?", order.payNo().value());
  }

  private int countedRepeats() {
    return number(
        "SELECT SUM(repeats) FROM t_pay_callback_log WHERE pay_no = ?", order.payNo().value());
  }

  private static int number(String sql, String key) {
    return TestDatabase.jdbc().sql(sql).param(key).query(Integer.class).single();
  }
}
