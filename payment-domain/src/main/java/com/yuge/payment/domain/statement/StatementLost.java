package com.yuge.payment.domain.statement;

/** Another instance, or an operator, has taken the statement over; the former holder stops. */
public final class StatementLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StatementLost(Statement statement) {
    super(statement.key() + " was claimed again after version " + statement.version());
  }
}
