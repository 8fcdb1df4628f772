package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a statement's file, and stores the lines about our own payments and refunds. */
record ParseStatement(
    StatementPorts ports,
    StatementSettings settings,
    FileDiscrepancies files,
    Slots slots,
    Stop stop,
    Runnable pause) {

  StatementStep handle(Statement statement, StatementSources.Found from) {
    removeLines(statement);
    OwnLines own = new OwnLines(statement);
    try (InputStream file = ports.files().open(statement)) {
      StatementTotals totals = from.gateway().read(file, own::take);
      own.flush();
      return parsed(statement, totals, own.foreign);
    } catch (UnreadableStatement e) {
      return unreadable(statement, e);
    } catch (IOException e) {
      throw new StoreUnavailable("a statement's file could not be read", e);
    }
  }

  private void removeLines(Statement statement) {
    int removed;
    do {
      removed =
          ports
              .transactions()
              .call(
                  () -> {
                    ports.statements().renew(statement, settings.hold());
                    return ports.lines().remove(statement, settings.chunk());
                  });
    } while (removed > 0);
  }

  private StatementStep parsed(Statement statement, StatementTotals totals, int foreign) {
    Statement next = statement.parsed(totals, foreign);
    ports
        .transactions()
        .run(
            () -> {
              ports.statements().advance(next, settings.hold());
              files.came(next, DiscrepancyType.TOTALS);
            });
    return new StatementStep(StatementStep.Kind.GOES_ON, next);
  }

  // The next file from the channel may be complete.
  private StatementStep unreadable(Statement statement, UnreadableStatement e) {
    removeLines(statement);
    Statement next = statement.unreadable(e.getMessage(), settings.attempts());
    boolean failed = next.state() == StatementState.FAILED;
    ports
        .transactions()
        .run(
            () -> {
              ports.statements().advance(next, failed ? null : settings.retry());
              if (e.reason() == UnreadableStatement.Reason.TOTALS) {
                files.found(next, DiscrepancyType.TOTALS, "the lines' sums", e.getMessage());
              }
            });
    return new StatementStep(failed ? StatementStep.Kind.FAILED : StatementStep.Kind.WAITS, next);
  }

  /** Stores the lines of our own payments in chunks, and counts the others. */
  private final class OwnLines {
    private final Statement statement;
    private final List<StatementLine> chunk = new ArrayList<>();
    private int foreign;

    OwnLines(Statement statement) {
      this.statement = statement;
    }

    void take(StatementLine line) {
      String payNo = line.outTradeNo();
      if (!PayNo.GRAMMAR.accepts(payNo) || !slots.contains(new PayNo(payNo))) {
        foreign++;
        return;
      }
      chunk.add(line);
      if (chunk.size() == settings.chunk()) {
        flush();
      }
    }

    void flush() {
      stop.check();
      ports
          .transactions()
          .run(
              () -> {
                ports.statements().renew(statement, settings.hold());
                ports.lines().add(statement, chunk);
              });
      chunk.clear();
      pause.run();
    }
  }
}
