package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;

/**
 * Settings of the relay.
 *
 * @param lease how long a partition stays with an instance that has died. It need not cover a send:
 *     see {@link #leftForSend()}
 * @param sendTimeout how long the broker may take for a batch
 * @param batchSize the most events in one batch
 * @param batchBytes the most bytes of payload in one batch, unless a single event has more
 * @param maxAttempts after how many refusals of an event its key is blocked
 * @param maxBlocked the most blocked keys; beyond it, the fault is not in the events
 * @param replayRate the most events published again per second
 * @param pollMin pause between two polls for events of other instances, while there are some
 * @param pollMax the same pause, after polls found nothing for a while
 * @param backoffMin first pause after a failure
 * @param backoffMax longest pause of one partition after a failure; a broker that is away is tried
 *     twice a second or more
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
  /** The time for an ack, after the send. */
  private static final Duration ACK = Duration.ofSeconds(1);

  /** How long a stop waits for batches in progress. */
  public Duration sendAndAck() {
    return sendTimeout.plus(ACK);
  }

  /**
   * How much of a lease must be left when a send begins. Leases are renewed while sends are in
   * progress, so only an instance that stalls has less.
   *
   * <p>A send may outlast its lease. The next owner begins at the first event that is not acked, so
   * it sends the same events again before it sends later ones, and the late ack is fenced. So such
   * a send can cause duplicates, but it cannot lose an event or change the order of first
   * deliveries.
   */
  Duration leftForSend() {
    return lease.dividedBy(2);
  }

  /** Leases are renewed this often. */
  Duration renewEvery() {
    return lease.dividedBy(4);
  }
}
