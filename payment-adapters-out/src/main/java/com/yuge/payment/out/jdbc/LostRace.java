package com.yuge.payment.out.jdbc;

/**
 * Another transaction was faster. This one ends and is repeated, because waiting could cause a
 * deadlock.
 */
final class LostRace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostRace(String message) {
    super(message);
  }
}
