package com.yuge.payment.domain.shared;

/** The store is away or busy: nothing was kept, and the same request may succeed later. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
