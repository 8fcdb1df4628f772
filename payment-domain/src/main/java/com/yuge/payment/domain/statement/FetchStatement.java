package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.io.IOException;

/** Fetches a statement's file and stores it, or learns that the channel has none. */
record FetchStatement(
    StatementPorts ports,
    StatementSettings settings,
    FileDiscrepancies files,
    StatementDays days,
    StepResults results,
    Stop stop) {

  StatementStep handle(Statement statement, StatementSources.Found from) {
    StatementRequest request = new StatementRequest(from.source(), statement.key().day());
    StatementFiles.Incoming file = ports.files().replace(statement, stop::check);
    StatementAnswer answer;
    try (file) {
      answer = from.gateway().fetch(request, file);
    } catch (IOException e) {
      throw new StoreUnavailable("a statement's file could not be stored", e);
    }
    return switch (answer.kind()) {
      case FETCHED -> fetched(statement, file.received());
      case NO_STATEMENT -> none(statement, from);
      case NOT_READY, UNKNOWN -> results.waits(statement);
    };
  }

  private StatementStep fetched(Statement statement, StatementFile file) {
    Statement next = statement.fetched(file);
    String before = statement.matchedSha256();
    ports
        .transactions()
        .run(
            () -> {
              ports.statements().advance(next, settings.hold());
              files.came(next, DiscrepancyType.FILE_MISSING);
              if (before != null && !before.equals(file.sha256())) {
                files.changed(next, before, file.sha256());
              }
            });
    return new StatementStep(StatementStep.Kind.GOES_ON, next);
  }

  // A channel that is late also says that it has no statement, so our books decide. A payment that
  // the channel dates on this day shows that the file is missing. Money that only our clock dates
  // on this day may belong to another day at the channel, so the step waits for a file until
  // another whole day has ended. Money that another statement lists needs no file of this day.
  private StatementStep none(Statement statement, StatementSources.Found from) {
    StatementBooks.Day day = days.books(from.source(), statement.key());
    boolean wasThere = statement.matchedSha256() != null;
    if (from.isMain() && (wasThere || ports.books().hasPayment(day))) {
      return missing(statement);
    }
    if (from.isMain() && !days.isLate(statement.key().day()) && ports.books().hasMoney(day)) {
      return results.waits(statement);
    }
    Statement next = statement.empty();
    ports.transactions().run(() -> ports.statements().advance(next, settings.hold()));
    return new StatementStep(StatementStep.Kind.GOES_ON, next);
  }

  private StatementStep missing(Statement statement) {
    ports
        .transactions()
        .run(
            () -> {
              ports.statements().advance(statement, settings.retry());
              files.found(statement, DiscrepancyType.FILE_MISSING, "payments", "nothing");
            });
    return new StatementStep(StatementStep.Kind.WAITS, statement);
  }
}
