package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.fakes.StatementTables.RequestRow;
import com.yuge.payment.domain.fakes.StatementTables.StatementRow;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementLost;
import com.yuge.payment.domain.statement.StatementProgress;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementWalk;
import com.yuge.payment.domain.statement.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Statements} in memory. */
public final class InMemoryStatements implements Statements {
  private static final Set<StatementState> DONE =
      EnumSet.of(StatementState.MATCHED, StatementState.EMPTY);

  private final InMemoryStore store;
  private final Table<Long, StatementRow> rows;
  private final Clock storeClock;

  public InMemoryStatements(InMemoryStore store, Clock storeClock) {
    this.store = store;
    this.rows = store.statements.statements;
    this.storeClock = storeClock;
  }

  @Override
  public void plan(StatementKey key) {
    boolean unused =
        store.statement(
            () -> {
              long id = store.nextId();
              return store.statements.keys.insert(key, id)
                  && rows.insert(id, new StatementRow(planned(id, key), storeClock.instant()));
            });
  }

  private static Statement planned(long id, StatementKey key) {
    StatementProgress none = new StatementProgress(StatementWalk.LINES, 0, 0);
    return new Statement(id, key, StatementState.WAITING, 0, 1, 0, null, null, 0, none, null, null);
  }

  @Override
  public Optional<LocalDate> lastPlanned(PayChannel channel, String merchant, String kind) {
    return ofMerchant(channel, merchant)
        .filter(key -> key.kind().equals(kind))
        .map(StatementKey::day)
        .max(Comparator.naturalOrder());
  }

  private Stream<StatementKey> ofMerchant(PayChannel channel, String merchant) {
    return all()
        .map(Statement::key)
        .filter(key -> key.channel().equals(channel) && key.merchant().equals(merchant));
  }

  private Stream<Statement> all() {
    return rows.visible().stream().map(StatementRow::statement);
  }

  @Override
  public List<Statement> claim(int most, Duration hold) {
    return store.call(
        () ->
            rows.entries().stream()
                .filter(row -> row.getValue().isDue(storeClock.instant()))
                .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.getValue().due())))
                .map(Map.Entry::getKey)
                .filter(rows::lockNow)
                .flatMap(id -> rows.get(id).stream())
                .filter(row -> row.isDue(storeClock.instant()))
                .limit(most)
                .map(row -> put(claimed(row.statement()), hold))
                .toList());
  }

  private static Statement claimed(Statement due) {
    return new Statement(
        due.id(),
        due.key(),
        due.state(),
        due.version() + 1,
        due.run(),
        due.attempts(),
        due.file(),
        due.totals(),
        due.foreignLines(),
        due.progress(),
        due.matchedSha256(),
        due.failure());
  }

  private Statement put(Statement next, @Nullable Duration due) {
    Instant at = due == null ? null : storeClock.instant().plus(due);
    rows.put(next.id(), new StatementRow(next, at));
    return next;
  }

  @Override
  public void renew(Statement statement, Duration hold) {
    Statement unused = put(locked(statement), hold);
  }

  @Override
  public void advance(Statement next, @Nullable Duration due) {
    Statement unused = locked(next);
    unused = put(next, due);
  }

  private Statement locked(Statement statement) {
    return rows.lock(statement.id())
        .map(StatementRow::statement)
        .filter(now -> now.version() == statement.version())
        .orElseThrow(() -> new StatementLost(statement));
  }

  @Override
  public Optional<Statement> lock(long id) {
    return rows.lock(id).map(StatementRow::statement);
  }

  @Override
  public void again(Statement next, OperatorReason reason, Instant now) {
    if (rows.lock(next.id()).orElseThrow().statement().version() != next.version() - 1) {
      throw new IllegalStateException("at another version by now: " + next);
    }
    Statement unused = put(next, Duration.ZERO);
    RequestRow request = new RequestRow(next.id(), next.run(), reason);
    if (!store.statements.requests.insert(store.nextId(), request)) {
      throw new IllegalStateException("number taken");
    }
  }

  @Override
  public Count count(PayChannel channel, String merchant, LocalDate first, LocalDate last) {
    List<Statement> found =
        all()
            .filter(one -> one.key().channel().equals(channel))
            .filter(one -> one.key().merchant().equals(merchant))
            .filter(one -> !one.key().day().isBefore(first) && !one.key().day().isAfter(last))
            .toList();
    return new Count(
        found.size(), (int) found.stream().filter(one -> DONE.contains(one.state())).count());
  }

  @Override
  public Optional<Statement> find(long id) {
    return rows.get(id).map(StatementRow::statement);
  }

  @Override
  public List<Statement> list(@Nullable StatementState state, long before, int limit) {
    return all()
        .filter(one -> one.id() < before && (state == null || one.state() == state))
        .sorted(Comparator.comparingLong(Statement::id).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Map<PayChannel, LocalDate> oldestUndone() {
    return all()
        .filter(one -> !DONE.contains(one.state()))
        .map(Statement::key)
        .collect(
            Collectors.toUnmodifiableMap(
                StatementKey::channel,
                StatementKey::day,
                (one, other) -> one.isBefore(other) ? one : other));
  }
}
