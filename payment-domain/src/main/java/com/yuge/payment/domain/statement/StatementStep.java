package com.yuge.payment.domain.statement;

/**
 * What a step did with a statement.
 *
 * @param next the statement after it
 */
public record StatementStep(Kind kind, Statement next) {
  /** How the statement goes on. */
  public enum Kind {
    /** The next step can follow at once. */
    GOES_ON,
    /** It waits for the channel, or for later statements. */
    WAITS,
    /** Nothing is left to do. */
    ENDED,
    /** It failed; an operator should look at it. */
    FAILED,
    /** Another instance goes on with it. */
    LOST,
    /** The service stops; another instance begins the step again. */
    STOPPED
  }

  public boolean goesOn() {
    return kind == Kind.GOES_ON;
  }
}
