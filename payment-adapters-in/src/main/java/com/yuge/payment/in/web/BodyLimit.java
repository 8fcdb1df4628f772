package com.yuge.payment.in.web;

/** The maximum length of a request body. */
final class BodyLimit {
  static final int MAX_BYTES = 64 * 1024;

  private BodyLimit() {}
}
