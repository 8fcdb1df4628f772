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
 * Sends batches and acks sent batches. Every batch gets a result, even after an error, because a
 * partition without a result would wait forever.
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
   * @param sendBefore when the lease becomes too short for a send, on this instance's monotonic
   *     clock
   */
  BatchResult send(Batch batch, long sendBefore) {
    if (ticker.read() - sendBefore > 0) {
      return new BatchResult(batch, UNSENT, "waited too long for a worker");
    }
    try {
      SendOutcome outcome =
          ports.sender().send(batch.partition(), batch.events(), settings.sendTimeout());
      return new BatchResult(batch, status(outcome.kind()), outcome.reason());
    } catch (Throwable e) {
      return new BatchResult(batch, UNSENT, e.toString());
    }
  }

  // Only events that the broker certainly has may be acked, because an acked event is never sent
  // again.
  private static Status status(SendOutcome.Kind kind) {
    return switch (kind) {
      case SENT -> SENT;
      case TROUBLE -> UNSENT;
      case REFUSED -> REFUSED;
    };
  }

  /**
   * Acks batches that the broker already has: a late ack is better than a second send.
   *
   * @param replays whether all of them are from the replay list; otherwise none is
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

  /**
   * Blocks a key, because the broker refuses its event even when the event is alone in its batch.
   */
  BatchResult block(Batch batch, int attempts, String reason) {
    try {
      Block block = new Block(batch.events().get(0).key(), attempts, reason);
      return switch (ports.blocked().block(owner, batch.lease(), block, settings.maxBlocked())) {
        case BLOCKED -> new BatchResult(batch, BLOCKED, reason);
        case FENCED -> new BatchResult(batch, UNSENT, "the partition was taken: " + reason);
        case FULL -> new BatchResult(batch, UNSENT, "too many keys are blocked already: " + reason);
      };
    } catch (Throwable e) {
      return new BatchResult(batch, UNSENT, e.toString());
    }
  }
}
