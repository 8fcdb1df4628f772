package com.yuge.payment.in.web;

import java.time.Duration;

/** A request over the rate limit. It is not a bug, so it is not logged. */
public final class RateLimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public RateLimitExceeded(Duration retryAfter) {
    super("too many, again in " + retryAfter);
    this.retryAfter = retryAfter;
  }

  /** Returns whole seconds for Retry-After, rounded up, so that a retry is not too early. */
  String retryAfterSeconds() {
    return seconds(retryAfter);
  }

  static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
  }
}
