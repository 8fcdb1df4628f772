package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RateLimit;
import com.yuge.payment.domain.shared.RateLimits;
import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.Refusal;
import com.yuge.payment.in.web.TooMany;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Logs and counts what was not believed. The log comes first: when the store is away that answers,
 * and the channel sends again. Anybody can send such, so only so much of it is kept.
 */
final class Rejections {
  private static final String ALL = "all";

  private final RejectCallback reject;
  private final CallbackCounts counts;
  private final RateLimits limits;
  private final RateLimit ofAddress;
  private final RateLimit ofAll;

  Rejections(
      RejectCallback reject,
      CallbackCounts counts,
      RateLimits limits,
      RateLimit ofAddress,
      RateLimit ofAll) {
    this.reject = reject;
    this.counts = counts;
    this.limits = limits;
    this.ofAddress = ofAddress;
    this.ofAll = ofAll;
  }

  /** Keeps a body that nobody looked into. */
  void keep(String from, String payload, String reason) {
    keep(from, null, null, payload, false, reason);
  }

  /** Keeps a body out of its grammar, with what of it could be true. */
  void keep(String from, CallbackBody json, String payload) {
    keep(from, json.claimedPayNo(), json.claimedStatus(), payload, false, "MALFORMED");
  }

  /** Keeps a callback in good form that the channel did not sign. */
  Refusal forged(String from, MockCallback callback, String payload) {
    return refused(from, callback, payload, false, Failure.BAD_SIGNATURE);
  }

  /** Keeps a callback that the channel did sign, but not now: who caught one can repeat it. */
  Refusal outsideWindow(String from, MockCallback callback, String payload) {
    return refused(from, callback, payload, true, Failure.OUTSIDE_WINDOW);
  }

  private Refusal refused(
      String from, MockCallback callback, String payload, boolean signed, Failure failure) {
    SignedText text = callback.text();
    keep(from, text.payNo(), text.status().name(), payload, signed, failure.name());
    return new Refusal(failure);
  }

  private void keep(
      String from,
      @Nullable PayNo payNo,
      @Nullable String status,
      String payload,
      boolean signed,
      String reason) {
    limits
        .take(ofAddress, from)
        .or(() -> limits.take(ofAll, ALL))
        .ifPresent(retryAfter -> refuse(retryAfter, payNo));
    reject.handle(MockCallback.CHANNEL, payNo, status, payload, signed, reason);
    counts.failed(reason, payNo);
  }

  private void refuse(Duration retryAfter, @Nullable PayNo payNo) {
    counts.failed(Failure.TOO_MANY.name(), payNo);
    throw new TooMany(retryAfter);
  }
}
