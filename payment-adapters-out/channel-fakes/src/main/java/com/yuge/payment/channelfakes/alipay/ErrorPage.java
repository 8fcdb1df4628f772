package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.http.Answer;

/** Tells a payer's browser why the cashier does not open. */
final class ErrorPage {
  private ErrorPage() {}

  /** Shows only the fake's own words, never text from outside. */
  static Answer of(ApiError refusal) {
    return Answer.page(
        400,
        "<!doctype html><title>FakeAlipay</title><h1>%s</h1><p>%s"
            .formatted(refusal.fields().get("sub_code"), refusal.getMessage()));
  }
}
