package com.yuge.payment.in.web;

/** How long a body may be. */
final class BodyLimit {
  static final int MAX_BYTES = 64 * 1024;

  private BodyLimit() {}
}
