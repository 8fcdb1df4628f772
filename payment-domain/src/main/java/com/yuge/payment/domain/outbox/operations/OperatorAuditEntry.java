package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Instant;

/**
 * An operator's action.
 *
 * @param subject the target: a key, an event id or a range; empty for the whole outbox
 * @param affected how many events or aggregates it changed
 */
public record OperatorAuditEntry(
    Action action, String subject, int affected, OperatorReason reason, Instant at) {

  /** The actions that an operator can take. */
  public enum Action {
    PAUSE,
    RESUME,
    UNBLOCK,
    SKIP,
    REPLAY
  }
}
