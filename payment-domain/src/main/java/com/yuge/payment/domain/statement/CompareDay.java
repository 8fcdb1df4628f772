package com.yuge.payment.domain.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Looks for payments and refunds of a day that no statement lists. A channel may date one on the
 * day before or after, and list it a day late, so the two later statements come first.
 */
record CompareDay(
    StatementPorts ports, StatementSettings settings, StatementDays days, Clock clock) {
  private static final int LATER = 2;

  StatementStep handle(Statement statement, StatementSources.Found from) {
    if (!from.isMain()) {
      return goOn(statement.at(StatementWalk.DONE, 0));
    }
    if (!areThere(statement.key(), from.kinds())) {
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

  private boolean areThere(StatementKey key, int kinds) {
    LocalDate day = key.day();
    Statements.Count before = count(key, day.minusDays(1), day.minusDays(1));
    Statements.Count later = count(key, day, day.plusDays(LATER));
    return before.done() == before.planned() && later.done() == kinds * (1 + LATER);
  }

  private Statements.Count count(StatementKey key, LocalDate first, LocalDate last) {
    return ports.statements().count(key.channel(), key.merchant(), first, last);
  }

  private StatementStep write(Statement statement, UnlistedMoney.Chunk chunk) {
    StatementStep step = goOn(next(statement, chunk));
    List<Difference> missing = chunk.unlisted().stream().map(CompareDay::missing).toList();
    if (!missing.isEmpty()) {
      ports.discrepancies().record(statement, missing, clock.instant());
    }
    return step;
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
