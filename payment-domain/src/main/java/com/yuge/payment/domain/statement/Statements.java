package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements and their progress; instances share them. */
public interface Statements {
  /** Adds a WAITING statement that is due at once, unless it exists. */
  void plan(StatementKey key);

  /** Returns the last day for which a statement was planned. */
  Optional<LocalDate> lastPlanned(PayChannel channel, String merchant, String kind);

  /**
   * Returns due statements, each with a new version. No other instance gets them during the hold.
   */
  List<Statement> claim(int most, Duration hold);

  /**
   * Locks the statement until the transaction ends, and reserves it for the hold from now on.
   *
   * @throws StatementLost if the version is no longer this one
   * @throws IllegalStateException outside a transaction
   */
  void renew(Statement statement, Duration hold);

  /**
   * Writes the statement.
   *
   * @param due the time until it is due again; null for never
   * @throws StatementLost if the version is no longer this one; nothing is written then
   * @throws IllegalStateException outside a transaction
   */
  void advance(Statement next, @Nullable Duration due);

  /** Locks a statement until the transaction ends. */
  Optional<Statement> lock(long id);

  /**
   * Writes a locked statement that is fetched again, with its new version and the operator's
   * reason; it is due at once.
   *
   * @throws IllegalStateException outside a transaction
   */
  void again(Statement next, OperatorReason reason, Instant now);

  /**
   * How many statements of some days there are.
   *
   * @param done those that are matched or empty
   */
  record Count(int planned, int done) {}

  /** Counts a merchant's statements of all kinds. */
  Count count(PayChannel channel, String merchant, LocalDate first, LocalDate last);

  Optional<Statement> find(long id);

  /**
   * Returns the latest first.
   *
   * @param state null for all
   * @param before only those with a smaller number; {@link Long#MAX_VALUE} for the first page
   */
  List<Statement> list(@Nullable StatementState state, long before, int limit);

  /**
   * Returns, for each channel, the day of the oldest statement that is neither matched nor empty.
   */
  Map<PayChannel, LocalDate> oldestUndone();
}
