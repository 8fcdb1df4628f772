package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Clock;
import java.util.Optional;

/** Lets operators change statements and discrepancies; each change records who made it and why. */
public final class OperateStatements {
  private final StatementPorts ports;
  private final StatementDays days;
  private final Clock clock;

  OperateStatements(StatementPorts ports, StatementDays days, Clock clock) {
    this.ports = ports;
    this.days = days;
    this.clock = clock;
  }

  /**
   * Has a statement fetched and matched again. Its discrepancies stay: the new run finds the same
   * ones, and a resolved one is not opened again. Empty when there is no such statement.
   *
   * @throws InvalidValue if its day is so old that it could not be compared with our books
   */
  public Optional<Statement> fetchAgain(long id, OperatorReason reason) {
    return ports
        .transactions()
        .call(
            () -> {
              Optional<Statement> next = ports.statements().lock(id).map(this::again);
              next.ifPresent(
                  statement -> ports.statements().again(statement, reason, clock.instant()));
              return next;
            });
  }

  private Statement again(Statement statement) {
    if (!days.isCompared(statement.key().day())) {
      throw new InvalidValue("day", "statement-day");
    }
    return statement.again();
  }

  /** Resolves an open discrepancy; returns false if it is not open. */
  public boolean resolve(long id, Resolution resolution, OperatorReason reason) {
    return ports.discrepancies().resolve(id, resolution, reason, clock.instant());
  }

  /** Opens a resolved discrepancy again; its history stays. Returns false if it is not resolved. */
  public boolean reopen(long id, OperatorReason reason) {
    return ports.discrepancies().reopen(id, reason, clock.instant());
  }
}
