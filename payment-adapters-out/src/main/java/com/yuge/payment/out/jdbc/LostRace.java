package com.yuge.payment.out.jdbc;

/**
 * Another transaction was faster. This one ends, because to wait could deadlock, and is repeated.
 */
final class LostRace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostRace(String message) {
    super(message);
  }
}
