package com.yuge.payment.out.jdbc;

/** A row count is an answer: 1 won, 0 someone else did, more is a bug. */
final class RowCounts {
  private RowCounts() {}

  static boolean won(int rows) {
    if (rows > 1) {
      throw new IllegalStateException("one row expected to change, not " + rows);
    }
    return rows == 1;
  }

  static void one(int rows) {
    if (!won(rows)) {
      throw new IllegalStateException("one row expected to change, none did");
    }
  }
}
