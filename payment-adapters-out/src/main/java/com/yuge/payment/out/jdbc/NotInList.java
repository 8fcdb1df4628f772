package com.yuge.payment.out.jdbc;

import java.util.List;

/** Rows that a DELETE statement leaves in place. */
final class NotInList {
  private static final long NO_ROW = -1;

  private NotInList() {}

  /** Returns a list for {@code NOT IN (...)}, where it must not be empty. */
  static List<Long> of(List<Long> rows) {
    return rows.isEmpty() ? List.of(NO_ROW) : rows;
  }
}
