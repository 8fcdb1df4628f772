package com.yuge.payment.domain.callback;

/** The log holds a callback of this id already. */
public final class DuplicateCallback extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DuplicateCallback(CallbackId id, Throwable cause) {
    super("callback id is taken: " + id, cause);
  }
}
