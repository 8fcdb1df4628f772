package com.yuge.payment.domain.relay;

import com.yuge.payment.domain.relay.Delivery.Result;
import com.yuge.payment.domain.relay.EventSender.SendOutcome;
import java.time.Duration;

/**
 * Sends a batch, then strikes it off; never the other way round. Whatever happens, it comes back
 * with a delivery: a lane without news would wait for ever.
 */
final class Courier {
  private final String owner;
  private final EventSender sender;
  private final PendingEvents pending;
  private final Duration sendTimeout;
  private final RelayTime time;

  Courier(String owner, RelayPorts ports, Duration sendTimeout, RelayTime time) {
    this.owner = owner;
    this.sender = ports.sender();
    this.pending = ports.pending();
    this.sendTimeout = sendTimeout;
    this.time = time;
  }

  /**
   * @param sendBefore when, on this instance's monotonic clock, the lease gets too short for a send
   */
  Delivery send(Batch batch, long sendBefore) {
    if (time.read() - sendBefore > 0) {
      return new Delivery(batch, Result.UNSENT, "waited too long for a worker");
    }
    try {
      SendOutcome outcome = sender.send(batch.partition(), batch.events(), sendTimeout);
      if (outcome instanceof SendOutcome.Trouble trouble) {
        return new Delivery(batch, Result.UNSENT, trouble.reason());
      }
    } catch (Throwable e) {
      return new Delivery(batch, Result.UNSENT, e.toString());
    }
    return strikeOff(batch);
  }

  /** The broker has the batch already: striking it off late is better than sending it twice. */
  Delivery strikeOff(Batch batch) {
    try {
      boolean mine = pending.ack(owner, batch.lease(), batch.rowIds());
      return new Delivery(batch, mine ? Result.PUBLISHED : Result.FENCED, "");
    } catch (Throwable e) {
      return new Delivery(batch, Result.UNACKED, e.toString());
    }
  }
}
