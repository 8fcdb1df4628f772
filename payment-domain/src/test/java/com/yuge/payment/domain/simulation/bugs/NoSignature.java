package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.simulation.actors.Wiring;

/** Callbacks are believed without a look at their signature. */
public final class NoSignature extends Wiring {
  @Override
  public boolean checksSignatures() {
    return false;
  }
}
