package com.yuge.payment.domain.statement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Does the next step of a claimed statement: fetch, parse, match some lines, or compare some of our
 * books. Each step stores its progress in the statement's row, so any instance can continue after a
 * crash.
 */
public final class ProcessStatement {
  private static final String OVER = "the channel no longer serves it";
  private static final String UNCOMPARED =
      "its day was not compared with our books: the lines are not kept for so long";

  private final StatementPorts ports;
  private final StepResults results;
  private final StatementSources sources;
  private final StatementDays days;
  private final Steps steps;
  private final Runnable pause;
  private final Stop stop;

  ProcessStatement(
      StatementPorts ports,
      StepResults results,
      StatementSources sources,
      StatementDays days,
      Steps steps,
      Runnable pause,
      Stop stop) {
    this.ports = ports;
    this.results = results;
    this.sources = sources;
    this.days = days;
    this.steps = steps;
    this.pause = pause;
    this.stop = stop;
  }

  /** The kinds of steps. */
  record Steps(
      FetchStatement fetch, ParseStatement parse, MatchStatement match, CompareDay compare) {}

  public StatementStep handle(Statement statement) {
    try {
      Optional<StatementSources.Found> from = sources.find(statement.key());
      if (isOver(statement)) {
        return over(statement);
      }
      // The statement waits while its channel is not configured, and continues afterwards.
      return from.isPresent() ? paced(statement, from.get()) : results.waits(statement);
    } catch (StatementLost e) {
      return new StatementStep(StatementStep.Kind.LOST, statement);
    } catch (Stop.Stopped e) {
      return new StatementStep(StatementStep.Kind.STOPPED, statement);
    }
  }

  private boolean isOver(Statement statement) {
    LocalDate day = statement.key().day();
    return statement.state().isDone() ? !days.isCompared(day) : days.isOver(day);
  }

  /** Ends the running step early, because the service stops. */
  public void stop() {
    stop.ask();
  }

  private StatementStep paced(Statement statement, StatementSources.Found from) {
    StatementStep step = step(statement, from);
    if (step.goesOn()) {
      pause.run();
    }
    return step;
  }

  private StatementStep step(Statement statement, StatementSources.Found from) {
    return switch (statement.state()) {
      case WAITING -> steps.fetch().handle(statement, from);
      case FETCHED -> steps.parse().handle(statement, from);
      case PARSED -> steps.match().handle(statement, from);
      case MATCHED, EMPTY -> steps.compare().handle(statement, from);
      case FAILED ->
          throw new IllegalStateException("a failed statement is never due: " + statement);
    };
  }

  // A matched statement waits for later statements. After this time, they can no longer help.
  private StatementStep over(Statement statement) {
    Statement next =
        statement.state().isDone() ? statement.uncompared(UNCOMPARED) : statement.failed(OVER);
    ports.transactions().run(() -> ports.statements().advance(next, null));
    return new StatementStep(StatementStep.Kind.FAILED, next);
  }

  /** Lets any instance continue with the statement at once. */
  public void handOver(Statement statement) {
    try {
      ports.transactions().run(() -> ports.statements().advance(statement, Duration.ZERO));
    } catch (StatementLost e) {
      // Another instance has taken it over already.
    }
  }
}
