package com.yuge.payment.domain.statement;

import java.time.Clock;
import java.util.List;

/**
 * Looks for payments and refunds of a day that no statement lists. A channel may date a payment on
 * the day before or after, and list it a day late, so the statements of these days are matched
 * first.
 */
record CompareDay(
    StatementPorts ports,
    StatementSettings settings,
    StatementDays days,
    StepResults results,
    Clock clock) {
  private static final int LATER = 2;

  private static final String FIRST =
      "its day was not compared with our books: what they have may be in the statement of the day"
          + " before, which nobody fetched";

  StatementStep handle(Statement statement, StatementSources.Found from) {
    if (!from.isMain()) {
      return goOn(statement.at(StatementWalk.DONE, 0));
    }
    if (count(statement.key(), -1, -1).planned() == 0) {
      return goOn(statement.uncompared(FIRST));
    }
    if (!areAllThere(statement.key(), from.kinds())) {
      return results.waits(statement);
    }
    UnlistedMoney.Chunk chunk = unlisted(statement, days.books(from.source(), statement.key()));
    // An operator may have had a statement fetched again meanwhile. Its lines were then missing
    // during the read, so the result does not count.
    return areAllThere(statement.key(), from.kinds())
        ? ports.transactions().call(() -> write(statement, chunk))
        : results.waits(statement);
  }

  private boolean areAllThere(StatementKey key, int kinds) {
    Statements.Count before = count(key, -1, -1);
    return before.done() == before.planned() && count(key, 0, LATER).done() == kinds * (1 + LATER);
  }

  private Statements.Count count(StatementKey key, int first, int last) {
    return ports
        .statements()
        .count(key.channel(), key.merchant(), key.day().plusDays(first), key.day().plusDays(last));
  }

  private UnlistedMoney.Chunk unlisted(Statement statement, StatementBooks.Day day) {
    return statement.walk() == StatementWalk.PAYMENTS
        ? ports.books().unlistedPayments(day, statement.row(), settings.chunk())
        : ports.books().unlistedRefunds(day, statement.row(), settings.chunk());
  }

  private StatementStep write(Statement statement, UnlistedMoney.Chunk chunk) {
    List<Difference> missing = chunk.unlisted().stream().map(CompareDay::missing).toList();
    Statement shown = next(statement, chunk).showing(missing.size());
    StatementStep step = results.isTooMany(shown) ? results.tooMany(shown) : goOn(shown);
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
