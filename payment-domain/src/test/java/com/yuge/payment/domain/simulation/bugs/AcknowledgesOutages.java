package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.simulation.actors.Door;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A callback is acknowledged although the store was away, so the channel does not repeat it. */
public final class AcknowledgesOutages extends Wiring {
  @Override
  public Door door(Door real) {
    return message -> {
      try {
        return real.receive(message);
      } catch (StoreUnavailable swallowed) {
        return true;
      }
    };
  }
}
