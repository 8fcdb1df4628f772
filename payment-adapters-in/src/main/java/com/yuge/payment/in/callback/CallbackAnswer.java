package com.yuge.payment.in.callback;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.callback.CallbackOutcome;

/** The response to a callback of the MOCK channel. */
@JsonPropertyOrder({"result", "message", "payNo", "currentStatus"})
record CallbackAnswer(String result, String message, String payNo, String currentStatus) {
  static CallbackAnswer of(CallbackOutcome outcome, String message) {
    return new CallbackAnswer(
        outcome.result().name(),
        message,
        outcome.order().payNo().value(),
        outcome.order().status().name());
  }
}
