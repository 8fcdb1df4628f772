package com.yuge.payment.domain.shared;

/**
 * A number whose order another service has: the router sent the call to the wrong one. Nothing was
 * read and nothing was changed, so the call can be sent to another service.
 */
public final class SlotNotOwned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SlotNotOwned(int slot) {
    super("slot " + slot + " is not in payment.slots");
  }
}
