package com.yuge.payment.domain.outbox.relay;

/**
 * The result of one batch.
 *
 * @param reason the error; empty if there was none
 */
public record BatchResult(Batch batch, Status status, String reason) {
  public enum Status {
    /** The broker has it; it must be acked. */
    SENT,
    /** The broker has it, and it is off the list. */
    PUBLISHED,
    /** The broker will never accept it as it is; it stays on the list. */
    REFUSED,
    /** The broker refused its only event too often: the key's events wait for a person. */
    BLOCKED,
    /** The broker may have it; it stays on the list and will be sent again. */
    UNSENT,
    /** The broker has it, but it is still on the list; only the ack must be repeated. */
    UNACKED,
    /** The broker has it, but another instance owns the partition now and will send it again. */
    FENCED
  }

  public int partition() {
    return batch.partition();
  }
}
