package com.yuge.payment.domain.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When the channel of an ended order is queried. After an unpaid end, a few more times, because a
 * callback may be lost. After a payment without an amount, at once, and then with doubling pauses
 * until the channel reports the amount.
 *
 * @param afterEnd the times after an unpaid end, ascending; empty for no checks
 */
public record AfterEndChecks(List<Duration> afterEnd) {
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  public AfterEndChecks {
    afterEnd = List.copyOf(afterEnd);
    if (!afterEnd.stream().sorted().distinct().toList().equals(afterEnd)) {
      throw new IllegalArgumentException("times after an end must ascend");
    }
  }

  /** Returns the time until the next check; empty when no check is needed. */
  public Optional<Duration> next(PayOrder order, Collection<PaidTrade> trades, Instant now) {
    Optional<Duration> amount = untilAmountIsSaid(trades, now);
    return amount.isPresent() ? amount : afterUnpaidEnd(order, trades, now);
  }

  /**
   * Returns the time until the next check when the channel gave no answer. This check comes earlier
   * than planned. Checks stop at twice the longest time after the end.
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

  // An order that was closed before it was opened is unknown to every channel, unless a channel has
  // reported a payment for it.
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
