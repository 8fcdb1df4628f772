package com.yuge.payment.domain.order;

/** A guarded write matched nothing: somebody changed the order without locking it first. */
public final class StalePayOrder extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StalePayOrder(PayOrder next) {
    super(next.payNo() + " is not at version " + (next.version() - 1) + " or not as it was there");
  }
}
