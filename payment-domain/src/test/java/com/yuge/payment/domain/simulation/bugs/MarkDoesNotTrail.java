package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Duration;

/** The low-water marks take every transaction for ended whose id is below a committed one. */
public final class MarkDoesNotTrail extends Wiring {
  @Override
  public RelaySettings relay() {
    RelaySettings real = super.relay();
    return relay(real.pollMin(), real.pollMax(), Duration.ZERO);
  }
}
