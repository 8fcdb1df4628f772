package com.yuge.payment.domain.limit;

import java.time.Instant;

/** A day's limit leaves too little; nothing was reserved. */
public final class LimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final LimitScope scope;
  private final Instant resetsAt;

  LimitExceeded(LimitScope scope, Instant resetsAt) {
    super("limit per day of " + scope + ", until " + resetsAt);
    this.scope = scope;
    this.resetsAt = resetsAt;
  }

  public LimitScope scope() {
    return scope;
  }

  /** When the next day begins. */
  public Instant resetsAt() {
    return resetsAt;
  }
}
