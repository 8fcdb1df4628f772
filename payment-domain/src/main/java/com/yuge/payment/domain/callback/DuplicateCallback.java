package com.yuge.payment.domain.callback;

/** The log already contains a callback with this id. */
public final class DuplicateCallback extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DuplicateCallback(CallbackId id, Throwable cause) {
    super("callback id is taken: " + id, cause);
  }
}
