package com.yuge.payment.domain.relay;

import static com.yuge.payment.domain.relay.Delivery.Result.BLOCKED;
import static com.yuge.payment.domain.relay.Delivery.Result.FENCED;
import static com.yuge.payment.domain.relay.Delivery.Result.PUBLISHED;
import static com.yuge.payment.domain.relay.Delivery.Result.REFUSED;
import static com.yuge.payment.domain.relay.Delivery.Result.SENT;
import static com.yuge.payment.domain.relay.Delivery.Result.UNACKED;
import static com.yuge.payment.domain.relay.Delivery.Result.UNSENT;

import com.yuge.payment.domain.relay.BlockedKeys.Block;
import com.yuge.payment.domain.relay.Delivery.Result;
import com.yuge.payment.domain.relay.EventSender.SendOutcome;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends batches and strikes off what was sent. Whatever happens, it comes back with a delivery of
 * each: a lane without news would wait for ever.
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
      return new Delivery(batch, UNSENT, "waited too long for a worker");
    }
    try {
      SendOutcome outcome =
          ports.sender().send(batch.partition(), batch.events(), settings.sendTimeout());
      if (outcome instanceof SendOutcome.Trouble trouble) {
        return new Delivery(batch, UNSENT, trouble.reason());
      }
      if (outcome instanceof SendOutcome.Refused refused) {
        return new Delivery(batch, REFUSED, refused.reason());
      }
    } catch (Throwable e) {
      return new Delivery(batch, UNSENT, e.toString());
    }
    return new Delivery(batch, SENT, "");
  }

  /**
   * The broker has these batches already, so striking them off late is better than sending them
   * twice.
   *
   * @param replays whether they are of that list, all of them; else none is
   */
  List<Delivery> strikeOff(List<Batch> batches, boolean replays) {
    try {
      PendingEvents list = replays ? ports.replays() : ports.pending();
      Set<Lease> mine =
          list.ack(owner, batches.stream().collect(Collectors.toMap(Batch::lease, Batch::rowIds)));
      return told(batches, batch -> mine.contains(batch.lease()) ? PUBLISHED : FENCED, "");
    } catch (Throwable e) {
      return told(batches, batch -> UNACKED, e.toString());
    }
  }

  private static List<Delivery> told(
      List<Batch> batches, Function<Batch, Result> result, String reason) {
    return batches.stream().map(batch -> new Delivery(batch, result.apply(batch), reason)).toList();
  }

  /** Keeps back the events of the key whose event, alone in its batch, the broker refuses. */
  Delivery block(Batch batch, int attempts, String reason) {
    try {
      Block block = new Block(batch.events().get(0).key(), attempts, reason);
      return switch (ports.blocked().block(owner, batch.lease(), block, settings.maxBlocked())) {
        case BLOCKED -> new Delivery(batch, BLOCKED, reason);
        case FENCED -> new Delivery(batch, UNSENT, "another has the partition: " + reason);
        case FULL -> new Delivery(batch, UNSENT, "too many are blocked already: " + reason);
      };
    } catch (Throwable e) {
      return new Delivery(batch, UNSENT, e.toString());
    }
  }
}
