package com.yuge.payment.in.web;

/** A request that is answered with a failure; no bug, so nothing logs it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  public Refusal(Failure failure) {
    super(failure.name());
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
