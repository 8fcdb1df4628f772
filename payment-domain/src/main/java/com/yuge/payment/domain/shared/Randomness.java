package com.yuge.payment.domain.shared;

/** Digits that nobody can guess. */
public interface Randomness {
  /** Returns this many random decimal digits. */
  String digits(int count);
}
