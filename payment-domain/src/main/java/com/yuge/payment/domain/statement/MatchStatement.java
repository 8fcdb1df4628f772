package com.yuge.payment.domain.statement;

import java.time.Clock;
import java.util.List;

/** Compares the next lines of a statement with our books. */
record MatchStatement(
    StatementPorts ports,
    StatementSettings settings,
    FileDiscrepancies files,
    StepResults results,
    Clock clock) {

  StatementStep handle(Statement statement, StatementSources.Found from) {
    List<LineFacts> lines = ports.books().lines(statement, statement.row(), settings.chunk());
    DiscrepancyRules rules = new DiscrepancyRules(from.source().feeRate());
    List<Difference> found = lines.stream().flatMap(one -> rules.of(one).stream()).toList();
    boolean end = lines.size() < settings.chunk();
    return ports.transactions().call(() -> write(statement, lines, found, end));
  }

  private StatementStep write(
      Statement statement, List<LineFacts> lines, List<Difference> found, boolean end) {
    ports.statements().renew(statement, settings.hold());
    if (!lines.isEmpty()) {
      files.cameIn(statement, lines);
    }
    if (!found.isEmpty()) {
      ports.discrepancies().record(statement, found, clock.instant());
    }
    Statement shown = statement.showing(found.size());
    if (results.isTooMany(shown)) {
      return results.tooMany(shown);
    }
    return end ? matched(shown) : goesOn(shown, lines);
  }

  private StatementStep goesOn(Statement statement, List<LineFacts> lines) {
    int last = lines.get(lines.size() - 1).line().number();
    Statement next = statement.at(StatementWalk.LINES, last);
    ports.statements().advance(next, settings.hold());
    return new StatementStep(StatementStep.Kind.GOES_ON, next);
  }

  private StatementStep matched(Statement statement) {
    Statement next = statement.matched();
    ports.statements().advance(next, settings.hold());
    ports.outbox().append(StatementMatched.of(next, clock.instant()));
    return new StatementStep(StatementStep.Kind.GOES_ON, next);
  }
}
