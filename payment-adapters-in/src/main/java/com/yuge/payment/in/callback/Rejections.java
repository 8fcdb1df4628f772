package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RateLimit;
import com.yuge.payment.domain.shared.RateLimits;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.RateLimitExceeded;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Logs and counts what was not believed. The log comes first: when the store is away that answers,
 * and the channel sends again. Anybody can send such, so only so much of it is kept.
 */
final class Rejections {
  private static final String ALL = "all";

  private final RejectCallback reject;
  private final CallbackMetrics metrics;
  private final RateLimits limits;
  private final RateLimit ofAddress;
  private final RateLimit ofAll;

  Rejections(
      RejectCallback reject,
      CallbackMetrics metrics,
      RateLimits limits,
      RateLimit ofAddress,
      RateLimit ofAll) {
    this.reject = reject;
    this.metrics = metrics;
    this.limits = limits;
    this.ofAddress = ofAddress;
    this.ofAll = ofAll;
  }

  /** Records a body that nobody parsed. */
  void record(String from, String payload, String reason) {
    record(from, null, null, payload, false, reason);
  }

  /** Records a body out of its grammar, with what of it could be true. */
  void record(String from, CallbackBody json, String payload) {
    record(from, json.claimedPayNo(), json.claimedStatus(), payload, false, "MALFORMED");
  }

  /** Records a callback in good form that the channel did not sign. */
  ApiException forged(String from, MockCallback callback, String payload) {
    return refused(from, callback, payload, false, ErrorCode.BAD_SIGNATURE);
  }

  /** Records a callback that the channel did sign, but not now: who caught one can repeat it. */
  ApiException outsideWindow(String from, MockCallback callback, String payload) {
    return refused(from, callback, payload, true, ErrorCode.OUTSIDE_WINDOW);
  }

  private ApiException refused(
      String from, MockCallback callback, String payload, boolean signed, ErrorCode errorCode) {
    Md5Payload text = callback.text();
    record(from, text.payNo(), text.status().name(), payload, signed, errorCode.name());
    return new ApiException(errorCode);
  }

  private void record(
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
    metrics.failed(reason, payNo);
  }

  private void refuse(Duration retryAfter, @Nullable PayNo payNo) {
    metrics.failed(ErrorCode.TOO_MANY.name(), payNo);
    throw new RateLimitExceeded(retryAfter);
  }
}
