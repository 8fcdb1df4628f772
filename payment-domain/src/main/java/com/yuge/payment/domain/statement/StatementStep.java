package com.yuge.payment.domain.statement;

/**
 * The result of a step.
 *
 * @param next the statement after it
 */
public record StatementStep(Kind kind, Statement next) {
  /** How the work on the statement continues. */
  public enum Kind {
    /** The next step can follow at once. */
    GOES_ON,
    /** It waits for the channel, or for later statements. */
    WAITS,
    /** Nothing is left to do. */
    ENDED,
    /** It failed; an operator should look at it. */
    FAILED,
    /** Another instance, or an operator, has taken the statement over. */
    LOST,
    /** The service stops; another instance begins the step again. */
    STOPPED
  }

  public boolean goesOn() {
    return kind == Kind.GOES_ON;
  }
}
