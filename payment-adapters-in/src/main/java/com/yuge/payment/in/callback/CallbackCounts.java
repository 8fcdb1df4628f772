package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.callback.CallbackVerdict;
import io.micrometer.core.instrument.MeterRegistry;

/** The counter {@code payment.callbacks}: what came of the callbacks, and why. */
final class CallbackCounts {
  private final MeterRegistry meters;

  CallbackCounts(MeterRegistry meters) {
    this.meters = meters;
  }

  void decided(CallbackVerdict verdict) {
    count(verdict.result(), verdict.reason().name());
  }

  void failed(String reason) {
    count(CallbackResult.FAILED, reason);
  }

  private void count(CallbackResult result, String reason) {
    meters.counter("payment.callbacks", "result", result.name(), "reason", reason).increment();
  }
}
