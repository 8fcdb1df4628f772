package com.yuge.payment.domain.callback;

/** What became of a callback; the names are the contract's. */
public enum CallbackResult {
  PROCESSED,
  IGNORED,
  FAILED
}
