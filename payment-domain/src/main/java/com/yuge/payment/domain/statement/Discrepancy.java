package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored difference.
 *
 * @param statementId the statement that showed it first
 * @param queries how often the channel was queried for it
 * @param resolved how, by whom and why it was resolved; null while it is open
 */
public record Discrepancy(
    long id,
    PayChannel channel,
    Difference difference,
    long statementId,
    int queries,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable Resolved resolved) {
  /** Whether an operator has yet to resolve it. */
  public enum State {
    OPEN,
    RESOLVED
  }

  public record Resolved(Resolution resolution, OperatorReason reason, Instant at) {}

  public State state() {
    return resolved == null ? State.OPEN : State.RESOLVED;
  }
}
