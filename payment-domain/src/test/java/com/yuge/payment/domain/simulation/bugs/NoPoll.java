package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Duration;

/** The relay looks only when a commit of its own instance wakes it. */
public final class NoPoll extends Wiring {
  private static final Duration NEVER = Duration.ofDays(365);

  @Override
  public RelaySettings relay() {
    return relay(NEVER, NEVER, LONGEST_TRANSACTION);
  }
}
