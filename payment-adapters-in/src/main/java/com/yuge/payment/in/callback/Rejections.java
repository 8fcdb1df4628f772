package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RateLimit;
import com.yuge.payment.domain.shared.RateLimits;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import com.yuge.payment.in.web.RateLimitExceeded;
import com.yuge.payment.in.web.RemoteAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records and counts callbacks that were not accepted. The record is written first. If the database
 * is down, the response is an error, and the channel sends the callback again. Anybody can send
 * such callbacks, so rate limits bound how many are stored.
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

  /** Records a callback whose body could not be read to its end. */
  void unread(PayChannel channel, HttpServletRequest request, byte[] body, String reason) {
    record(channel, CallbackClaim.NONE, request, body, reason);
  }

  /** Records a callback that the channel's reader refused, and returns the exception to throw. */
  RuntimeException refused(
      PayChannel channel, Refused refused, HttpServletRequest request, byte[] body) {
    record(channel, refused.claim(), request, body, refused.refusal().name());
    return switch (refused.refusal()) {
      case NOT_JSON, NOT_FORM -> new ApiException(ErrorCode.NOT_JSON);
      case MALFORMED -> invalid(Objects.requireNonNull(refused.invalid()));
      // A signature for an account that is not configured counts as no signature.
      case BAD_SIGNATURE, OTHER_ACCOUNT -> new ApiException(ErrorCode.BAD_SIGNATURE);
      case FOREIGN_REFUND -> new ApiException(ErrorCode.NO_SUCH_REFUND);
      case OUTSIDE_WINDOW -> new ApiException(ErrorCode.OUTSIDE_WINDOW);
    };
  }

  /**
   * Records a callback that the channel signed and that decides nothing. Beyond the rate limits it
   * is only counted. It is not refused, because a flood of forged callbacks must not block the
   * channel. It is not stored, because a captured callback that is sent again must not fill the
   * log.
   */
  void decidesNothing(
      PayChannel channel, CallbackClaim claim, HttpServletRequest request, byte[] body) {
    if (takeTurn(request).isEmpty()) {
      reject.ignore(channel, claim, text(body));
    }
    metrics.ignored(RejectCallback.DECIDES_NOTHING);
  }

  private static InvalidRequest invalid(InvalidValue invalid) {
    return new InvalidRequest(invalid.field(), invalid.rule());
  }

  private void record(
      PayChannel channel,
      CallbackClaim claim,
      HttpServletRequest request,
      byte[] body,
      String reason) {
    takeTurn(request).ifPresent(retryAfter -> refuse(retryAfter, claim.payNo()));
    reject.handle(channel, claim, text(body), reason);
    metrics.failed(reason, claim.payNo());
  }

  /** Returns the time until a record may be stored again, or empty if one may be stored now. */
  private Optional<Duration> takeTurn(HttpServletRequest request) {
    return limits.take(ofAddress, RemoteAddress.of(request)).or(() -> limits.take(ofAll, ALL));
  }

  /** The callback log stores the body as received. Invalid UTF-8 bytes are replaced. */
  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private void refuse(Duration retryAfter, @Nullable PayNo payNo) {
    metrics.failed(ErrorCode.TOO_MANY.name(), payNo);
    throw new RateLimitExceeded(retryAfter);
  }
}
