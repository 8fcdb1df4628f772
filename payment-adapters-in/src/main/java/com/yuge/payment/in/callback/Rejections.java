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

  /** Keeps a body that nobody looked into. */
  void keep(String payload, String reason) {
    keep(null, null, payload, false, reason);
  }

  /** Keeps a body out of its grammar, with what of it could be true. */
  void keep(JsonObject json, String payload) {
    PayNo payNo = json.claim(PayNo.GRAMMAR).map(PayNo::new).orElse(null);
    keep(payNo, json.claim(SignedText.STATUS).orElse(null), payload, false, "MALFORMED");
  }

  /** Keeps a callback in good form that the channel did not sign. */
  Refusal forged(MockCallback callback, String payload) {
    return refused(callback, payload, false, Failure.BAD_SIGNATURE);
  }

  /** Keeps a callback that the channel did sign, but not now. */
  Refusal outsideWindow(MockCallback callback, String payload) {
    return refused(callback, payload, true, Failure.OUTSIDE_WINDOW);
  }

  private Refusal refused(MockCallback callback, String payload, boolean signed, Failure failure) {
    SignedText text = callback.text();
    keep(text.payNo(), text.status().name(), payload, signed, failure.name());
    return new Refusal(failure);
  }

  private void keep(
      @Nullable PayNo payNo,
      @Nullable String status,
      String payload,
      boolean signed,
      String reason) {
    reject.handle(MockCallback.CHANNEL, payNo, status, payload, signed, reason);
    counts.failed(reason);
  }
}
