package com.yuge.payment.domain.shared;

/**
 * The store is away or busy. All of the work was kept or none, and which cannot be known when the
 * connection broke at the commit: ask again, which every use case bears.
 */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
