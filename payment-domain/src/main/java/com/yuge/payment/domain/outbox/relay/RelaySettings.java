package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;

/**
 * How the relay works.
 *
 * @param lease how long a partition stays with an instance that has died
 * @param sendTimeout how long the broker may take for a batch
 * @param batchSize events in one batch at most
 * @param batchBytes bytes of payload in one batch at most, unless a single event has more
 * @param maxAttempts how often the broker may refuse an event before its key is blocked
 * @param maxBlocked blocked keys at most: beyond, it is not the events that are at fault
 * @param replayRate events published again in a second at most
 * @param pollMin pause between two polls for what other instances wrote, while they write
 * @param pollMax the same when nothing was found for a while
 * @param backoffMin first pause after trouble
 * @param backoffMax longest pause after trouble
 * @param longestTransaction so long after its begin every transaction that appends has ended,
 *     whatever became of its instance
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
  /** What a lease must outlast a send's timeout by, for the acknowledgement to follow in time. */
  public static final Duration ROOM = Duration.ofSeconds(1);

  /** What a lease must outlast for a send to begin, and what a stop waits for. */
  public Duration sendAndAck() {
    return sendTimeout.plus(ROOM);
  }
}
