package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.InvalidValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows operators the statements and their discrepancies. */
public final class InspectStatements {
  private static final int LONGEST_PAGE = 1000;

  /** The limit of the counts; discrepancies are rare. */
  private static final int COUNT_LIMIT = 20_000;

  private final StatementPorts ports;
  private final Clock clock;

  InspectStatements(StatementPorts ports, Clock clock) {
    this.ports = ports;
    this.clock = clock;
  }

  /**
   * The progress of the work on statements.
   *
   * @param open the open discrepancies of each type that has any
   * @param days for each channel that waits for a statement, the age of the oldest one's day
   */
  public record State(Map<DiscrepancyType, Integer> open, Map<PayChannel, Long> days) {
    /** The age in days of the oldest one over all channels; 0 if none waits. */
    public long oldest() {
      return days.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
  }

  public State state() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    Map<PayChannel, Long> days =
        ports.statements().oldestUndone().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, one -> ChronoUnit.DAYS.between(one.getValue(), today)));
    return new State(ports.discrepancies().countOpen(COUNT_LIMIT), days);
  }

  /** Returns a page of statements, the latest first. */
  public List<Statement> list(@Nullable StatementState state, long before, int limit) {
    checkPage(limit);
    return ports.statements().list(state, before, limit);
  }

  public Optional<Statement> find(long id) {
    return ports.statements().find(id);
  }

  /** Returns a page of discrepancies, the oldest first. */
  public List<Discrepancy> discrepancies(DiscrepancyFilter filter, long after, int limit) {
    checkPage(limit);
    return ports.discrepancies().list(filter, after, limit);
  }

  public Optional<Discrepancy> discrepancy(long id) {
    return ports.discrepancies().find(id);
  }

  public List<DiscrepancyChange> changes(long id) {
    return ports.discrepancies().changes(id);
  }

  private static void checkPage(int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new InvalidValue("limit", "page");
    }
  }
}
