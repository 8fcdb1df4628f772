package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Instant;

/**
 * What an operator did.
 *
 * @param subject what it was done to: a key, an event id, a range; empty for the whole
 * @param affected how many events or aggregates it changed
 */
public record OperatorAuditEntry(
    Action action, String subject, int affected, OperatorReason reason, Instant at) {

  /** What can be done by hand. */
  public enum Action {
    PAUSE,
    RESUME,
    UNBLOCK,
    SKIP,
    REPLAY
  }
}
