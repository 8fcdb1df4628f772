package com.yuge.payment.domain.audit;

/**
 * What a step of the audit did.
 *
 * @param progress where the next step continues
 */
public record AuditStep(Kind kind, AuditProgress progress) {
  /** How the audit continues. */
  public enum Kind {
    /** No day can be audited yet. */
    WAITS,
    /** More of the day follows. */
    GOES_ON,
    /** The day is audited. */
    ENDED,
    /** It took too long; the rest of the day is not audited. */
    GAVE_UP,
    /** Another instance has taken the audit over. */
    LOST
  }

  public boolean goesOn() {
    return kind == Kind.GOES_ON;
  }
}
