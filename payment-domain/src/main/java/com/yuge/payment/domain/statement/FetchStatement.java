package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Fetches a statement's file and keeps it, or learns that the channel has none. */
record FetchStatement(
    StatementPorts ports,
    StatementSettings settings,
    FileDiscrepancies files,
    StatementDays days,
    Stop stop) {

  StatementStep handle(Statement statement, StatementSources.Found from) {
    StatementRequest request = new StatementRequest(from.source(), statement.key().day());
    StatementAnswer answer;
    StatementFile received;
    try (HashedFile file = new HashedFile(ports.files().replace(statement), stop)) {
      answer = from.gateway().fetch(request, file);
      received = file.hashed();
    } catch (IOException e) {
      throw new UncheckedIOException("only the store of files throws it", e);
    }
    if (answer instanceof StatementAnswer.Fetched) {
      return fetched(statement, received);
    }
    return answer instanceof StatementAnswer.NoStatement ? none(statement, from) : waits(statement);
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
                files.found(next, DiscrepancyType.FILE_CHANGED, before, file.sha256());
              }
            });
    return new StatementStep(StatementStep.Kind.GOES_ON, next);
  }

  // A channel that is late also says that it has no statement, so our books decide.
  private StatementStep none(Statement statement, StatementSources.Found from) {
    if (!from.isMain() || !ports.books().hasMoney(days.books(from.source(), statement.key()))) {
      Statement next = statement.empty();
      ports.transactions().run(() -> ports.statements().advance(next, settings.hold()));
      return new StatementStep(StatementStep.Kind.GOES_ON, next);
    }
    ports
        .transactions()
        .run(
            () -> {
              ports.statements().advance(statement, settings.retry());
              files.found(statement, DiscrepancyType.FILE_MISSING, "payments", "nothing");
            });
    return new StatementStep(StatementStep.Kind.WAITS, statement);
  }

  private StatementStep waits(Statement statement) {
    ports.transactions().run(() -> ports.statements().advance(statement, settings.retry()));
    return new StatementStep(StatementStep.Kind.WAITS, statement);
  }
}
