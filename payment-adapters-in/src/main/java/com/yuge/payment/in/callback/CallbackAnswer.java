package com.yuge.payment.in.callback;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.callback.CallbackVerdict;

/** What the channel is told. */
@JsonPropertyOrder({"result", "message", "payNo", "currentStatus"})
record CallbackAnswer(String result, String message, String payNo, String currentStatus) {
  static CallbackAnswer of(CallbackVerdict verdict, String message) {
    return new CallbackAnswer(
        verdict.result().name(),
        message,
        verdict.order().payNo().value(),
        verdict.order().status().name());
  }
}
