package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.relay.RelaySettings;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Duration;

/** The low-water marks take every transaction for ended whose id is below a committed one. */
public final class MarkDoesNotTrail extends Wiring {
  @Override
  public RelaySettings relay() {
    RelaySettings real = super.relay();
    return new RelaySettings(
        real.lease(),
        real.sendTimeout(),
        real.batchSize(),
        real.batchBytes(),
        real.smallBatches(),
        real.smallBatchPause(),
        real.maxAttempts(),
        real.maxBlocked(),
        real.replayRate(),
        real.pollMin(),
        real.pollMax(),
        real.backoffMin(),
        real.backoffMax(),
        Duration.ZERO);
  }
}
