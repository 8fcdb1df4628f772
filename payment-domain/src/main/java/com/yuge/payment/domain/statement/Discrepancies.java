package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The discrepancies and their history; every change of one adds a step to its history. */
public interface Discrepancies {
  /**
   * Adds new differences; a query is due at once for those that it may resolve. A difference that
   * was recorded before is only marked as seen again, even if it is resolved.
   *
   * @throws IllegalStateException outside a transaction
   */
  void record(Statement statement, List<Difference> differences, Instant now);

  /**
   * Resolves as LATER_FILE the discrepancies about missing payments and refunds that are in these
   * lines of this statement.
   *
   * @param firstLine the first of the lines
   * @param lastLine the last of them
   * @throws IllegalStateException outside a transaction
   */
  void foundIn(
      Statement statement, int firstLine, int lastLine, OperatorReason reason, Instant now);

  /** Resolves as LATER_FILE an open discrepancy about the statement itself, if there is one. */
  void fileCame(Statement statement, DiscrepancyType type, OperatorReason reason, Instant now);

  /**
   * Returns open discrepancies that are due for a query. No other instance gets them during the
   * hold.
   */
  List<Discrepancy> claim(int most, Duration hold);

  /**
   * Counts a query about an open discrepancy.
   *
   * @param due the time until the next query is due; null for never
   */
  void queried(Discrepancy discrepancy, @Nullable Duration due);

  /** Resolves an open one; returns false if it is not open. */
  boolean resolve(long id, Resolution resolution, OperatorReason reason, Instant now);

  /** Opens a resolved one again; returns false if it is open or does not exist. */
  boolean reopen(long id, OperatorReason reason, Instant now);

  Optional<Discrepancy> find(long id);

  /** Returns the history of one, oldest first; empty if it was never resolved. */
  List<DiscrepancyChange> changes(long id);

  /**
   * Returns those that match, oldest first.
   *
   * @param after the last id of the page before, 0 for the first page
   */
  List<Discrepancy> list(DiscrepancyFilter filter, long after, int limit);

  /**
   * Counts the open ones of each type.
   *
   * @param limit the highest sum of the counts
   */
  Map<DiscrepancyType, Integer> countOpen(int limit);
}
