package com.yuge.payment.domain.statement;

/** Ends of steps that several kinds of steps have. */
record StepResults(StatementPorts ports, StatementSettings settings) {

  /** What the step needs is not there; it is tried again later. */
  StatementStep waits(Statement statement) {
    ports.transactions().run(() -> ports.statements().advance(statement, settings.retry()));
    return new StatementStep(StatementStep.Kind.WAITS, statement);
  }

  /** Whether the statement shows so many discrepancies that something is wrong as a whole. */
  boolean isTooMany(Statement statement) {
    return statement.progress().discrepancies() > settings.mostDiscrepancies();
  }

  /**
   * Writes that they are too many.
   *
   * @throws IllegalStateException outside a transaction
   */
  StatementStep tooMany(Statement statement) {
    Statement next = statement.tooMany(settings.mostDiscrepancies());
    ports.statements().advance(next, null);
    return new StatementStep(StatementStep.Kind.FAILED, next);
  }
}
