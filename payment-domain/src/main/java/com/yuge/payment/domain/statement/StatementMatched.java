package com.yuge.payment.domain.statement;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.EventId;
import java.time.Instant;
import java.util.Set;

/**
 * All lines of a statement were compared with our books.
 *
 * @param discrepancies how many its lines showed in this run, including those that an earlier run
 *     showed; payments and refunds that no statement lists are found later
 */
public record StatementMatched(
    EventId eventId,
    AggregateKey aggregateKey,
    StatementKey statement,
    int run,
    StatementTotals totals,
    int foreignLines,
    int discrepancies,
    Instant at)
    implements DomainEvent {
  public static final String TAG = "STATEMENT_MATCHED";

  /** All tags that consumers can subscribe to. */
  public static final Set<String> TAGS = Set.of(TAG);

  /** A run is matched once. */
  static StatementMatched of(Statement statement, Instant at) {
    String key = "STATEMENT-" + statement.id();
    return new StatementMatched(
        new EventId(key + "-" + statement.run()),
        new AggregateKey(key),
        statement.key(),
        statement.run(),
        requireNonNull(statement.totals(), "it is parsed"),
        statement.foreignLines(),
        statement.progress().discrepancies(),
        at);
  }

  @Override
  public String tag() {
    return TAG;
  }

  @Override
  public String payloadVersion() {
    return "1.0";
  }
}
