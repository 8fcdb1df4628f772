package com.yuge.payment.out.jdbc;

/** Checks row counts: 1 means that this write won, 0 that another one did, more is a bug. */
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

  /** For rows that the transaction has locked. */
  static void all(int expected, int rows) {
    if (rows != expected) {
      throw new IllegalStateException(expected + " rows expected to change, not " + rows);
    }
  }
}
