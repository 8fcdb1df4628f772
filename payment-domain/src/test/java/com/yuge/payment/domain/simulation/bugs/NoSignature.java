package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.simulation.actors.Door;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** Callbacks are believed whoever signed them. */
public final class NoSignature extends Wiring {
  @Override
  public Door door(Door real) {
    return message -> real.receive(message.signed());
  }
}
