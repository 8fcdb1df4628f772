package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fakes.StatementTables.ChangeRow;
import com.yuge.payment.domain.fakes.StatementTables.DiscrepancyRow;
import com.yuge.payment.domain.fakes.StatementTables.SubjectKey;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Discrepancies;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.Discrepancy.Resolved;
import com.yuge.payment.domain.statement.Discrepancy.State;
import com.yuge.payment.domain.statement.DiscrepancyChange;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import com.yuge.payment.domain.statement.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link Discrepancies} in memory. */
public final class InMemoryDiscrepancies implements Discrepancies {
  private final InMemoryStore store;
  private final Table<Long, DiscrepancyRow> rows;
  private final Clock storeClock;
  private final DiscrepancyReads reads;

  public InMemoryDiscrepancies(InMemoryStore store, Clock storeClock) {
    this.store = store;
    this.rows = store.statements.discrepancies;
    this.storeClock = storeClock;
    this.reads = new DiscrepancyReads(store.statements);
  }

  @Override
  public void record(Statement statement, List<Difference> differences, Instant now) {
    OpenTransaction unused = store.required();
    differences.forEach(difference -> record(statement, difference, now));
  }

  private void record(Statement statement, Difference found, Instant now) {
    long id = store.nextId();
    SubjectKey key = new SubjectKey(statement.key().channel(), found.type(), found.subject());
    if (!store.statements.subjects.insert(key, id)) {
      DiscrepancyRow row =
          rows.lock(store.statements.subjects.get(key).orElseThrow()).orElseThrow();
      Discrepancy seen = row.discrepancy();
      put(with(seen, seen.queries(), now, seen.resolved()), row.due());
      return;
    }
    Discrepancy first =
        new Discrepancy(id, key.channel(), found, statement.id(), 0, now, now, null);
    if (!rows.insert(id, new DiscrepancyRow(first, due(first)))) {
      throw new IllegalStateException("number taken");
    }
  }

  private static Discrepancy with(
      Discrepancy of, int queries, Instant lastSeen, @Nullable Resolved resolved) {
    return new Discrepancy(
        of.id(),
        of.channel(),
        of.difference(),
        of.statementId(),
        queries,
        of.firstSeen(),
        lastSeen,
        resolved);
  }

  private @Nullable Instant due(Discrepancy open) {
    return open.difference().type().isAsked() ? storeClock.instant() : null;
  }

  private void put(Discrepancy next, @Nullable Instant due) {
    rows.put(next.id(), new DiscrepancyRow(next, due));
  }

  @Override
  public void foundIn(
      Statement statement, int firstLine, int lastLine, OperatorReason reason, Instant now) {
    OpenTransaction unused = store.required();
    store.statements.linesOf(statement.id()).stream()
        .filter(line -> line.number() >= firstLine && line.number() <= lastLine)
        .forEach(line -> resolveOpen(statement, missing(line), line.subject(), reason, now));
  }

  private static DiscrepancyType missing(StatementLine line) {
    return line.isRefund() ? DiscrepancyType.REFUND_MISS : DiscrepancyType.BANK_MISS;
  }

  @Override
  public void fileCame(
      Statement statement, DiscrepancyType type, OperatorReason reason, Instant now) {
    resolveOpen(statement, type, statement.key().subject(), reason, now);
  }

  private void resolveOpen(
      Statement of, DiscrepancyType type, String subject, OperatorReason reason, Instant now) {
    store
        .statements
        .subjects
        .get(new SubjectKey(of.key().channel(), type, subject))
        .ifPresent(
            id -> {
              boolean unused = resolve(id, Resolution.LATER_FILE, reason, now);
            });
  }

  @Override
  public List<Discrepancy> claim(int most, Duration hold) {
    return store.call(
        () -> {
          List<Discrepancy> due =
              rows.entries().stream()
                  .filter(row -> row.getValue().isDue(storeClock.instant()))
                  .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.getValue().due())))
                  .map(Map.Entry::getKey)
                  .filter(rows::lockNow)
                  .flatMap(id -> rows.get(id).stream())
                  .filter(row -> row.isDue(storeClock.instant()))
                  .limit(most)
                  .map(DiscrepancyRow::discrepancy)
                  .toList();
          due.forEach(one -> put(one, storeClock.instant().plus(hold)));
          return due;
        });
  }

  @Override
  public void queried(Discrepancy discrepancy, @Nullable Duration due) {
    boolean unused =
        changed(
            discrepancy.id(),
            State.OPEN,
            now ->
                put(
                    with(now, now.queries() + 1, now.lastSeen(), null),
                    due == null ? null : storeClock.instant().plus(due)));
  }

  private boolean changed(long id, State from, Consumer<Discrepancy> write) {
    return store.call(
        () -> {
          Optional<Discrepancy> found =
              rows.lock(id).map(DiscrepancyRow::discrepancy).filter(one -> one.state() == from);
          found.ifPresent(write);
          return found.isPresent();
        });
  }

  @Override
  public boolean resolve(long id, Resolution resolution, OperatorReason reason, Instant now) {
    return changed(
        id,
        State.OPEN,
        open -> {
          Resolved resolved = new Resolved(resolution, reason, now);
          put(with(open, open.queries(), open.lastSeen(), resolved), null);
          addChange(id, new DiscrepancyChange(resolution, reason, now));
        });
  }

  @Override
  public boolean reopen(long id, OperatorReason reason, Instant now) {
    return changed(
        id,
        State.RESOLVED,
        resolved -> {
          put(with(resolved, 0, resolved.lastSeen(), null), due(resolved));
          addChange(id, new DiscrepancyChange(null, reason, now));
        });
  }

  private void addChange(long id, DiscrepancyChange change) {
    if (!store.statements.changes.insert(store.nextId(), new ChangeRow(id, change))) {
      throw new IllegalStateException("number taken");
    }
  }

  @Override
  public Optional<Discrepancy> find(long id) {
    return rows.get(id).map(DiscrepancyRow::discrepancy);
  }

  @Override
  public List<DiscrepancyChange> changes(long id) {
    return reads.changes(id);
  }

  @Override
  public List<Discrepancy> list(DiscrepancyFilter filter, long after, int limit) {
    return reads.list(filter, after, limit);
  }

  @Override
  public Map<DiscrepancyType, Integer> countOpen(int limit) {
    return reads.countOpen(limit);
  }
}
