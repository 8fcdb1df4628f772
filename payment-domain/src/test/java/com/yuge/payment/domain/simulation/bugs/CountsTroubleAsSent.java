package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A batch that the broker did not acknowledge is taken for sent. */
public final class CountsTroubleAsSent extends Wiring {
  @Override
  public EventSender sender(EventSender real) {
    return (partition, batch, timeout) -> {
      SendOutcome unused = real.send(partition, batch, timeout);
      return new SendOutcome.Sent();
    };
  }
}
