package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.callback.RefundCallbackOutcome;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.RefundMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Counts callbacks by result and reason ({@code payment.callbacks}), unapplied or differing
 * payments that callbacks reported to this instance ({@code payment.unapplied.received}), and what
 * callbacks did to refunds.
 */
final class CallbackMetrics {
  private final MeterRegistry meters;
  private final RefundMetrics refunds;
  private final RefusedCallbacksLog refused;

  CallbackMetrics(MeterRegistry meters, RefusedCallbacksLog refused) {
    this.meters = meters;
    this.refunds = new RefundMetrics(meters);
    this.refused = refused;
  }

  void decided(CallbackOutcome outcome) {
    count(outcome.result(), outcome.reason().name());
    switch (outcome.reason()) {
      case LATE_SUCCESS -> unapplied("late");
      case MISMATCH -> unapplied("mismatch");
      case AMOUNT_DIFFERED -> unapplied("amount");
      case APPLIED, AMOUNT_CONFIRMED, SAME_CALLBACK, SAME_WORD, NO_CHANGE -> {}
    }
  }

  void decided(RefundCallbackOutcome outcome) {
    count(outcome.result(), outcome.reason().name());
    refunds.counted(outcome.outcome());
  }

  void ignored(String reason) {
    count(CallbackResult.IGNORED, reason);
  }

  void failed(String reason, @Nullable PayNo payNo) {
    count(CallbackResult.FAILED, reason);
    refused.refused(reason, payNo);
  }

  private void count(CallbackResult result, String reason) {
    meters.counter("payment.callbacks", "result", result.name(), "reason", reason).increment();
  }

  private void unapplied(String kind) {
    meters.counter("payment.unapplied.received", "kind", kind, "by", "callback").increment();
  }
}
