package com.yuge.payment.domain.shared;

/** Unguessable digits. */
public interface Randomness {
  /** So many decimal digits, each of them random. */
  String digits(int count);
}
