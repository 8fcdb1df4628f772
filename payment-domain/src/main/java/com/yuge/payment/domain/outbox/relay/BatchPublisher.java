package com.yuge.payment.domain.outbox.relay;

import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.BLOCKED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.FENCED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.PUBLISHED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.REFUSED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.SENT;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.UNACKED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.UNSENT;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import com.yuge.payment.domain.outbox.relay.BlockedKeys.Block;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends batches and acks what was sent. Whatever happens, it comes back with a result of each: a
 * partition without one would wait for ever.
 */
final class BatchPublisher {
  private final String owner;
  private final RelayPorts ports;
  private final RelaySettings settings;
  private final Ticker ticker;

  BatchPublisher(String owner, RelayPorts ports, RelaySettings settings, Ticker ticker) {
    this.owner = owner;
    this.ports = ports;
    this.settings = settings;
    this.ticker = ticker;
  }

  /**
   * @param sendBefore when, on this instance's monotonic clock, the lease gets too short for a send
   */
  BatchResult send(Batch batch, long sendBefore) {
    if (ticker.read() - sendBefore > 0) {
      return new BatchResult(batch, UNSENT, "waited too long for a worker");
    }
    try {
      SendOutcome outcome =
          ports.sender().send(batch.partition(), batch.events(), settings.sendTimeout());
      if (outcome instanceof SendOutcome.Trouble trouble) {
        return new BatchResult(batch, UNSENT, trouble.reason());
      }
      if (outcome instanceof SendOutcome.Refused refused) {
        return new BatchResult(batch, REFUSED, refused.reason());
      }
    } catch (Throwable e) {
      return new BatchResult(batch, UNSENT, e.toString());
    }
    return new BatchResult(batch, SENT, "");
  }

  /**
   * The broker has these batches already, so acking them late is better than sending them twice.
   *
   * @param replays whether they are of that list, all of them; else none is
   */
  List<BatchResult> ack(List<Batch> batches, boolean replays) {
    try {
      PendingEvents list = replays ? ports.replays() : ports.pending();
      Set<Lease> mine =
          list.ack(owner, batches.stream().collect(Collectors.toMap(Batch::lease, Batch::rowIds)));
      return results(batches, batch -> mine.contains(batch.lease()) ? PUBLISHED : FENCED, "");
    } catch (Throwable e) {
      return results(batches, batch -> UNACKED, e.toString());
    }
  }

  private static List<BatchResult> results(
      List<Batch> batches, Function<Batch, Status> status, String reason) {
    return batches.stream()
        .map(batch -> new BatchResult(batch, status.apply(batch), reason))
        .toList();
  }

  /** Keeps back the events of the key whose event, alone in its batch, the broker refuses. */
  BatchResult block(Batch batch, int attempts, String reason) {
    try {
      Block block = new Block(batch.events().get(0).key(), attempts, reason);
      return switch (ports.blocked().block(owner, batch.lease(), block, settings.maxBlocked())) {
        case BLOCKED -> new BatchResult(batch, BLOCKED, reason);
        case FENCED -> new BatchResult(batch, UNSENT, "another has the partition: " + reason);
        case FULL -> new BatchResult(batch, UNSENT, "too many are blocked already: " + reason);
      };
    } catch (Throwable e) {
      return new BatchResult(batch, UNSENT, e.toString());
    }
  }
}
