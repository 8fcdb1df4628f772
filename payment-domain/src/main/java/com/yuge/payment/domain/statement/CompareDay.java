package com.yuge.payment.domain.statement;

import java.time.Clock;
import java.util.List;

/**
 * Looks for payments and refunds of a day that no statement lists. A channel may date one on the
 * day before or after, and list it a day late, so those statements come first.
 */
record CompareDay(
    StatementPorts ports, StatementSettings settings, StatementDays days, Clock clock) {
  private static final int LATER = 2;

  StatementStep handle(Statement statement, StatementSources.Found from) {
    // What we date on the first day may be in a statement of the day before, which nobody fetched.
    Statements.Count before = count(statement.key(), -1, -1);
    if (!from.isMain() || before.planned() == 0) {
      return goOn(statement.at(StatementWalk.DONE, 0));
    }
    Statements.Count later = count(statement.key(), 0, LATER);
    if (before.done() < before.planned() || later.done() != from.kinds() * (1 + LATER)) {
      ports.transactions().run(() -> ports.statements().advance(statement, settings.retry()));
      return new StatementStep(StatementStep.Kind.WAITS, statement);
    }
    StatementBooks.Day day = days.books(from.source(), statement.key());
    boolean payments = statement.walk() == StatementWalk.PAYMENTS;
    UnlistedMoney.Chunk chunk =
        payments
            ? ports.books().unlistedPayments(day, statement.row(), settings.chunk())
            : ports.books().unlistedRefunds(day, statement.row(), settings.chunk());
    return ports.transactions().call(() -> write(statement, chunk));
  }

  private Statements.Count count(StatementKey key, int first, int last) {
    return ports
        .statements()
        .count(key.channel(), key.merchant(), key.day().plusDays(first), key.day().plusDays(last));
  }

  private StatementStep write(Statement statement, UnlistedMoney.Chunk chunk) {
    List<Difference> missing = chunk.unlisted().stream().map(CompareDay::missing).toList();
    Statement shown = next(statement, chunk).showing(missing.size());
    boolean tooMany = shown.progress().discrepancies() > settings.mostDiscrepancies();
    StatementStep step = tooMany ? failed(shown) : goOn(shown);
    if (!missing.isEmpty()) {
      ports.discrepancies().record(statement, missing, clock.instant());
    }
    return step;
  }

  private StatementStep failed(Statement statement) {
    Statement next = statement.tooMany(settings.mostDiscrepancies());
    ports.statements().advance(next, null);
    return new StatementStep(StatementStep.Kind.FAILED, next);
  }

  private static Statement next(Statement statement, UnlistedMoney.Chunk chunk) {
    if (!chunk.end()) {
      return statement.at(statement.walk(), chunk.lastRow());
    }
    return statement.at(
        statement.walk() == StatementWalk.PAYMENTS ? StatementWalk.REFUNDS : StatementWalk.DONE, 0);
  }

  private StatementStep goOn(Statement next) {
    boolean done = next.walk() == StatementWalk.DONE;
    ports.transactions().run(() -> ports.statements().advance(next, done ? null : settings.hold()));
    return new StatementStep(done ? StatementStep.Kind.ENDED : StatementStep.Kind.GOES_ON, next);
  }

  private static Difference missing(UnlistedMoney money) {
    String refundNo = money.refundNo();
    return new Difference(
        refundNo == null ? DiscrepancyType.BANK_MISS : DiscrepancyType.REFUND_MISS,
        refundNo == null ? money.tradeNo() : refundNo,
        null,
        money.payNo(),
        refundNo,
        String.valueOf(money.amount()),
        "nothing");
  }
}
