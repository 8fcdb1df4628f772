package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;

/**
 * Settings of the relay.
 *
 * @param lease how long a partition stays with an instance that has died
 * @param sendTimeout how long the broker may take for a batch
 * @param batchSize the most events in one batch
 * @param batchBytes the most bytes of payload in one batch, unless a single event has more
 * @param maxAttempts after how many refusals of an event its key is blocked
 * @param maxBlocked the most blocked keys; beyond it, the fault is not in the events
 * @param replayRate the most events published again per second
 * @param pollMin pause between two polls for events of other instances, while there are some
 * @param pollMax the same pause, after polls found nothing for a while
 * @param backoffMin first pause after a failure
 * @param backoffMax longest pause after a failure
 * @param longestTransaction the time after which every transaction that appends has ended, whatever
 *     happened to its instance
 */
public record RelaySettings(
    Duration lease,
    Duration sendTimeout,
    int batchSize,
    int batchBytes,
    int maxAttempts,
    int maxBlocked,
    int replayRate,
    Duration pollMin,
    Duration pollMax,
    Duration backoffMin,
    Duration backoffMax,
    Duration longestTransaction) {
  /** How much longer than a send's timeout a lease must last, so that the ack follows in time. */
  public static final Duration ROOM = Duration.ofSeconds(1);

  /** How long a lease must last when a send begins, and how long a stop waits. */
  public Duration sendAndAck() {
    return sendTimeout.plus(ROOM);
  }
}
