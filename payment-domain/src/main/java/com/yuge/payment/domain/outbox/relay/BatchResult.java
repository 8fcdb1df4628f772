package com.yuge.payment.domain.outbox.relay;

/**
 * What became of one batch.
 *
 * @param reason of the trouble, empty where there was none
 */
public record BatchResult(Batch batch, Status status, String reason) {
  public enum Status {
    /** The broker has it; it is to be acked. */
    SENT,
    /** The broker has it, the list no longer does. */
    PUBLISHED,
    /** The broker never takes it as it is; it stays on the list. */
    REFUSED,
    /** The broker refused its only event too often: the key's events wait for a person. */
    BLOCKED,
    /** The broker may have it; it stays on the list and will be sent again. */
    UNSENT,
    /** The broker has it, the list too: it is only to be acked. */
    UNACKED,
    /** The broker has it, but another instance owns the partition now and will send it again. */
    FENCED
  }

  public int partition() {
    return batch.partition();
  }
}
