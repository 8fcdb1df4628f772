package com.yuge.payment.in.web;

import jakarta.servlet.http.HttpServletRequest;

/** How long a body may be. */
public final class BodyLimit {
  static final int MAX_BYTES = 64 * 1024;

  private BodyLimit() {}

  /** For those who read no body: they can judge it by the length that it declares only. */
  public static void check(HttpServletRequest request) {
    if (request.getContentLengthLong() > MAX_BYTES) {
      throw new Refusal(Failure.BODY_TOO_LARGE);
    }
  }
}
