package com.yuge.payment.in.web;

import java.time.Duration;

/** A request that came too often; no bug, so nothing logs it. */
public final class RateLimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public RateLimitExceeded(Duration retryAfter) {
    super("too many, again in " + retryAfter);
    this.retryAfter = retryAfter;
  }

  /** For the header Retry-After: whole seconds, rounded up, so that who waits them is heard. */
  String retryAfterSeconds() {
    return seconds(retryAfter);
  }

  static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
  }
}
