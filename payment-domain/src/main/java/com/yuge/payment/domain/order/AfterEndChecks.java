package com.yuge.payment.domain.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When a channel is asked about an order that has ended. After an unpaid end a few times more,
 * since a callback may be lost for good. After a payment without an amount at once, and then with
 * pauses that double, until the channel has said the amount.
 *
 * @param afterEnd how long after an unpaid end, ascending; empty for never
 */
public record AfterEndChecks(List<Duration> afterEnd) {
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  public AfterEndChecks {
    afterEnd = List.copyOf(afterEnd);
    if (!afterEnd.stream().sorted().distinct().toList().equals(afterEnd)) {
      throw new IllegalArgumentException("times after an end ascend");
    }
  }

  /** How long from now; empty when the order rests. */
  public Optional<Duration> next(PayOrder order, Collection<PaidTrade> trades, Instant now) {
    Optional<Duration> amount = untilAmountIsSaid(trades, now);
    return amount.isPresent() ? amount : afterUnpaidEnd(order, trades, now);
  }

  /**
   * How long from now when the channel did not answer: sooner than planned, and not for ever. A
   * channel that is silent for twice the longest time is given up.
   */
  public Optional<Duration> nextAfterUnknown(
      PayOrder order, Collection<PaidTrade> trades, Instant now) {
    Optional<Duration> amount = untilAmountIsSaid(trades, now);
    if (amount.isPresent() || !isAskedAfterEnd(order, trades)) {
      return amount;
    }
    Duration since = Duration.between(endOf(order), now);
    Duration longest = afterEnd.get(afterEnd.size() - 1);
    return since.compareTo(longest.multipliedBy(2)) < 0
        ? Optional.of(doubling(since.dividedBy(4)))
        : Optional.empty();
  }

  private static Optional<Duration> untilAmountIsSaid(Collection<PaidTrade> trades, Instant now) {
    return trades.stream()
        .filter(PaidTrade::awaitsAmount)
        .map(PaidTrade::receivedAt)
        .max(Comparator.naturalOrder())
        .map(received -> Duration.between(received, now))
        .map(since -> since.isZero() ? since : doubling(since));
  }

  private Optional<Duration> afterUnpaidEnd(
      PayOrder order, Collection<PaidTrade> trades, Instant now) {
    if (!isAskedAfterEnd(order, trades)) {
      return Optional.empty();
    }
    Duration since = Duration.between(endOf(order), now);
    return afterEnd.stream()
        .filter(after -> after.compareTo(since) > 0)
        .findFirst()
        .map(after -> after.minus(since));
  }

  // Of an order that was closed unopened no channel has heard, unless it has named a payment.
  private boolean isAskedAfterEnd(PayOrder order, Collection<PaidTrade> trades) {
    return order.hasEndedUnpaid()
        && (order.isKnownToChannel() || !trades.isEmpty())
        && !afterEnd.isEmpty();
  }

  private static Duration doubling(Duration since) {
    if (since.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return since.compareTo(LONGEST_PAUSE) < 0 ? since : LONGEST_PAUSE;
  }

  private static Instant endOf(PayOrder order) {
    return Objects.requireNonNull(order.endedAt(), "an order that has ended has an end");
  }
}
