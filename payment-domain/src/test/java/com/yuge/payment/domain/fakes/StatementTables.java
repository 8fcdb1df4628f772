package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyChange;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of the channels' statements. */
final class StatementTables {
  /**
   * A statement's row.
   *
   * @param due null for never
   */
  record StatementRow(Statement statement, @Nullable Instant due) {
    boolean isDue(Instant now) {
      return due != null && !due.isAfter(now);
    }
  }

  /** A discrepancy's row. */
  record DiscrepancyRow(Discrepancy discrepancy, @Nullable Instant due) {
    boolean isDue(Instant now) {
      return due != null && !due.isAfter(now);
    }
  }

  record FileKey(long statement, int run) {}

  record LineKey(long statement, int line) {}

  record SubjectKey(PayChannel channel, DiscrepancyType type, String subject) {}

  /** A change of a discrepancy. */
  record ChangeRow(long discrepancy, DiscrepancyChange change) {}

  /** An operator's request to fetch a statement again. */
  record RequestRow(long statement, int run, OperatorReason reason) {}

  final Table<Long, StatementRow> statements;
  final Table<StatementKey, Long> keys;
  final Table<Long, RequestRow> requests;
  final Table<FileKey, byte[]> files;
  final Table<LineKey, StatementLine> lines;
  final Table<Long, DiscrepancyRow> discrepancies;
  final Table<SubjectKey, Long> subjects;
  final Table<Long, ChangeRow> changes;

  StatementTables(InMemoryStore store) {
    this.statements = new Table<>(store);
    this.keys = new Table<>(store);
    this.requests = new Table<>(store);
    this.files = new Table<>(store);
    this.lines = new Table<>(store);
    this.discrepancies = new Table<>(store);
    this.subjects = new Table<>(store);
    this.changes = new Table<>(store);
  }

  /** The lines of one statement, by number. */
  List<StatementLine> linesOf(long statement) {
    return lines.visibleKeys().stream()
        .filter(key -> key.statement() == statement)
        .sorted(Comparator.comparingInt(LineKey::line))
        .flatMap(key -> lines.get(key).stream())
        .toList();
  }

  /** A line, and the statement that has it. */
  record Listed(long statement, StatementLine line) {}

  /** All lines of a channel's statements. */
  Stream<Listed> linesOf(PayChannel channel) {
    return statements.visible().stream()
        .map(StatementRow::statement)
        .filter(statement -> statement.key().channel().equals(channel))
        .flatMap(one -> linesOf(one.id()).stream().map(line -> new Listed(one.id(), line)));
  }
}
