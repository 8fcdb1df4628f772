package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stored finding.
 *
 * @param day the day whose audit found it last
 * @param resolved who resolved it, and why; null while it is open
 */
public record Violation(
    long id,
    Finding finding,
    LocalDate day,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable OperatorReason resolved) {
  /** Whether an operator has resolved it. */
  public enum State {
    OPEN,
    RESOLVED
  }

  public State state() {
    return resolved == null ? State.OPEN : State.RESOLVED;
  }
}
