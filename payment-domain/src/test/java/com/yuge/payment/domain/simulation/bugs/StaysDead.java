package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.simulation.actors.Wiring;

/** An Error ends an instance's relay for good; the instance lives on. */
public final class StaysDead extends Wiring {
  @Override
  public boolean relayRestarts() {
    return false;
  }
}
