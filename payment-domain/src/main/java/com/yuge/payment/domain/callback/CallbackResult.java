package com.yuge.payment.domain.callback;

/** The result of a callback; the names are part of the contract. */
public enum CallbackResult {
  PROCESSED,
  IGNORED,
  FAILED
}
