package com.yuge.payment.domain.statement;

/** Results that several kinds of steps share. */
record StepResults(StatementPorts ports, StatementSettings settings) {

  /** The data that the step needs is not available yet; the step is tried again later. */
  StatementStep waits(Statement statement) {
    ports.transactions().run(() -> ports.statements().advance(statement, settings.retry()));
    return new StatementStep(StatementStep.Kind.WAITS, statement);
  }

  /**
   * Whether the statement has so many discrepancies that the whole file or comparison must be
   * wrong.
   */
  boolean isTooMany(Statement statement) {
    return statement.progress().discrepancies() > settings.mostDiscrepancies();
  }

  /**
   * Writes the statement as failed, because it has too many discrepancies.
   *
   * @throws IllegalStateException outside a transaction
   */
  StatementStep tooMany(Statement statement) {
    Statement next = statement.tooMany(settings.mostDiscrepancies());
    ports.statements().advance(next, null);
    return new StatementStep(StatementStep.Kind.FAILED, next);
  }
}
