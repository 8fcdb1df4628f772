package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.List;

/** The broker's side of the relay. */
public interface EventSender {
  /**
   * Sends the events of one partition, in order, as one batch; all of it arrives, or none that
   * counts.
   *
   * @param timeout for all of it, finding the broker included: nothing is sent after that
   */
  SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout);

  /** Which broker takes a partition's events at present; empty while nobody knows. Never waits. */
  default String brokerOf(int partition) {
    return "";
  }

  /** What the broker made of a batch. */
  sealed interface SendOutcome {
    /** Kept, as durably as the broker is configured to. */
    record Sent() implements SendOutcome {}

    /**
     * Not known to be kept; the broker's or the network's fault, so the events may be sent again.
     */
    record Trouble(String reason) implements SendOutcome {}

    /** Not kept and never will be as it is: the fault lies in an event of the batch. */
    record Refused(String reason) implements SendOutcome {}
  }
}
