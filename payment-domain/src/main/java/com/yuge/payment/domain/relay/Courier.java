package com.yuge.payment.domain.relay;

import com.yuge.payment.domain.relay.BlockedKeys.Block;
import com.yuge.payment.domain.relay.Delivery.Result;
import com.yuge.payment.domain.relay.EventSender.SendOutcome;

/**
 * Sends a batch, then strikes it off; never the other way round. Whatever happens, it comes back
 * with a delivery: a lane without news would wait for ever.
 */
final class Courier {
  private final String owner;
  private final RelayPorts ports;
  private final RelaySettings settings;
  private final RelayTime time;

  Courier(String owner, RelayPorts ports, RelaySettings settings, RelayTime time) {
    this.owner = owner;
    this.ports = ports;
    this.settings = settings;
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
      SendOutcome outcome =
          ports.sender().send(batch.partition(), batch.events(), settings.sendTimeout());
      if (outcome instanceof SendOutcome.Trouble trouble) {
        return new Delivery(batch, Result.UNSENT, trouble.reason());
      }
      if (outcome instanceof SendOutcome.Refused refused) {
        return new Delivery(batch, Result.REFUSED, refused.reason());
      }
    } catch (Throwable e) {
      return new Delivery(batch, Result.UNSENT, e.toString());
    }
    return strikeOff(batch);
  }

  /** The broker has the batch already: striking it off late is better than sending it twice. */
  Delivery strikeOff(Batch batch) {
    try {
      PendingEvents list = batch.replay() ? ports.replays() : ports.pending();
      boolean mine = list.ack(owner, batch.lease(), batch.rowIds());
      return new Delivery(batch, mine ? Result.PUBLISHED : Result.FENCED, "");
    } catch (Throwable e) {
      return new Delivery(batch, Result.UNACKED, e.toString());
    }
  }

  /** Keeps back the events of the key whose event, alone in its batch, the broker refuses. */
  Delivery block(Batch batch, int attempts, String reason) {
    try {
      Block block = new Block(batch.events().get(0).key(), attempts, reason);
      return switch (ports.blocked().block(owner, batch.lease(), block, settings.maxBlocked())) {
        case BLOCKED -> new Delivery(batch, Result.BLOCKED, reason);
        case FENCED -> new Delivery(batch, Result.UNSENT, "another has the partition: " + reason);
        case FULL -> new Delivery(batch, Result.UNSENT, "too many are blocked already: " + reason);
      };
    } catch (Throwable e) {
      return new Delivery(batch, Result.UNSENT, e.toString());
    }
  }
}
