package com.yuge.payment.domain.shared;

/**
 * The store is unavailable or busy. The work was stored completely or not at all; if the connection
 * broke at the commit, nobody knows which. The caller should retry, because every use case can be
 * repeated.
 */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
