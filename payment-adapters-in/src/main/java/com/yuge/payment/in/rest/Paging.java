package com.yuge.payment.in.rest;

import com.yuge.payment.domain.shared.Grammar;

/** Reads the parameters of a list. */
final class Paging {
  /** The size of a page if none is named. */
  static final String PAGE_SIZE = "100";

  private static final Grammar LIMIT = Grammar.of("limit", "page", "[0-9]{1,4}");
  private static final Grammar AFTER_ID = Grammar.of("after", "id", "[0-9]{1,18}");

  private Paging() {}

  static long id(String after) {
    return Long.parseLong(AFTER_ID.require(after));
  }

  static int size(String limit) {
    return Integer.parseInt(LIMIT.require(limit));
  }
}
