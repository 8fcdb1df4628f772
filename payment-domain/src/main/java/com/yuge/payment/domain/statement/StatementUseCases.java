package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.shared.Slots;
import java.time.Clock;

/**
 * Creates the use cases for statements.
 *
 * @param slots the slots whose orders this service has; lines of others are counted only
 * @param pause waits between two chunks, so that payments have priority
 * @param clock its zone determines the day
 */
public record StatementUseCases(
    StatementPorts ports,
    Channels channels,
    StatementSettings settings,
    CheckDiscrepancy.Queries queries,
    Slots slots,
    Runnable pause,
    Clock clock) {

  public ClaimStatements claim() {
    return new ClaimStatements(ports.statements(), channels, settings, days());
  }

  public ProcessStatement process() {
    FileDiscrepancies files = new FileDiscrepancies(ports.discrepancies(), clock);
    StepResults results = new StepResults(ports, settings);
    Stop stop = new Stop();
    ProcessStatement.Steps steps =
        new ProcessStatement.Steps(
            new FetchStatement(ports, settings, files, days(), results, stop),
            new ParseStatement(ports, settings, files, slots, stop, pause),
            new MatchStatement(ports, settings, files, results, clock),
            new CompareDay(ports, settings, days(), results, clock));
    return new ProcessStatement(
        ports, results, new StatementSources(channels), days(), steps, pause, stop);
  }

  public CheckDiscrepancy check() {
    return new CheckDiscrepancy(ports, settings, queries, clock);
  }

  public InspectStatements inspect() {
    return new InspectStatements(ports, clock);
  }

  public OperateStatements operate() {
    return new OperateStatements(ports, days(), clock);
  }

  private StatementDays days() {
    return new StatementDays(clock);
  }
}
