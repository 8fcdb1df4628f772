package com.yuge.payment.out.jdbc;

import java.util.List;

/** Rows that a statement passes over. */
final class Kept {
  private static final long NO_ROW = -1;

  private Kept() {}

  /** For {@code NOT IN (...)}, whose list must not be empty. */
  static List<Long> list(List<Long> rows) {
    return rows.isEmpty() ? List.of(NO_ROW) : rows;
  }
}
