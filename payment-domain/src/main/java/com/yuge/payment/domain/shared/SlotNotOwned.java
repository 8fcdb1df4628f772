package com.yuge.payment.domain.shared;

/**
 * The order of this number belongs to another service: the router sent the call to the wrong one.
 * Nothing was read and nothing was changed, so the call can be sent to another service.
 */
public final class SlotNotOwned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SlotNotOwned(int slot) {
    super("slot " + slot + " is not in payment.slots");
  }
}
