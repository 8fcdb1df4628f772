package com.yuge.payment.domain.order;

/** A guarded write matched no row: the order was changed without a lock. */
public final class StalePayOrder extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StalePayOrder(PayOrder next) {
    super(next.payNo() + " is not at version " + (next.version() - 1) + " or its status changed");
  }
}
