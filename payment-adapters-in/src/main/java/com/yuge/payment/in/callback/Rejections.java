package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.JsonObject;
import com.yuge.payment.in.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Logs and counts what was not believed. The log comes first: when the store is away that answers,
 * and the channel sends again.
 */
final class Rejections {
  private final RejectCallback reject;
  private final CallbackCounts counts;

  Rejections(RejectCallback reject, CallbackCounts counts) {
    this.reject = reject;
    this.counts = counts;
  }

  /** Keeps a body out of its grammar, with what of it could be true. */
  void keep(JsonObject json, String payload) {
    PayNo payNo = json.claim(PayNo.GRAMMAR).map(PayNo::new).orElse(null);
    keep(payNo, json.claim(SignedText.STATUS).orElse(null), payload, "MALFORMED");
  }

  /** Keeps a callback in good form, and returns how it is refused. */
  Refusal reject(MockCallback callback, String payload, Failure failure) {
    SignedText text = callback.text();
    keep(text.payNo(), text.status().name(), payload, failure.name());
    return new Refusal(failure);
  }

  private void keep(@Nullable PayNo payNo, @Nullable String status, String payload, String reason) {
    reject.handle(MockCallback.CHANNEL, payNo, status, payload, reason);
    counts.failed(reason);
  }
}
