package com.yuge.payment.domain.refund;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the channel is next called about a refund. A failed refund is queried once more, in case the
 * channel made it after all.
 */
final class RefundBackoff {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(20),
          Duration.ofMinutes(30));

  /** Longer than a channel's longest deadline plus the transactions around the call. */
  private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

  private static final Duration LAST_LOOK = Duration.ofMinutes(10);
  private static final Duration HOURLY_AFTER = Duration.ofDays(1);
  private static final Duration DAILY_AFTER = Duration.ofDays(8);

  /**
   * If the channel contradicts a failure, it is queried for this long; after that, a person must
   * check.
   */
  private static final Duration FOLLOWED = Duration.ofDays(60);

  private RefundBackoff() {}

  /**
   * The pause until the call that begins now is repeated if it gets no answer. It is longer than
   * any call, so no other call begins while this one may be in progress.
   */
  static Duration duringCall(Refund refund, Instant now) {
    Duration pause = afterCall(refund, now);
    return pause.compareTo(LONGEST_CALL) < 0 ? LONGEST_CALL : pause;
  }

  /** The pause after a call. */
  static Duration afterCall(Refund refund, Instant now) {
    Duration age = Duration.between(refund.createdAt(), now);
    if (age.compareTo(DAILY_AFTER) >= 0) {
      return Duration.ofDays(1);
    }
    if (age.compareTo(HOURLY_AFTER) >= 0) {
      return Duration.ofHours(1);
    }
    int calls = Math.max(1, refund.progress().asks());
    return PAUSES.get(Math.min(calls, PAUSES.size()) - 1);
  }

  /** The pause after a step; empty when no further call is needed. */
  static Optional<Duration> after(Refund before, RefundOutcome outcome, Instant now) {
    Refund refund = outcome.refund();
    if (refund.isDone()) {
      return Optional.empty();
    }
    if (before.isQueriedNext() && !refund.isQueriedNext()) { // The channel has lost it.
      return Optional.of(PAUSES.get(0));
    }
    return refund.isUndecided() ? Optional.of(undecided(outcome, now)) : failed(outcome, now);
  }

  // The wait begins now, by the store's clock, because the clock of the instance that wrote the
  // refusal may differ from this one's.
  private static Duration undecided(RefundOutcome outcome, Instant now) {
    Refund refund = outcome.refund();
    boolean confirms =
        refund.progress().refusedAt() != null && outcome.kind() != RefundOutcome.Kind.UNKNOWN;
    return confirms ? RefundRules.CONFIRMED_AFTER : afterCall(refund, now);
  }

  // A refund that the channel was never asked for cannot have been made.
  private static Optional<Duration> failed(RefundOutcome outcome, Instant now) {
    Refund refund = outcome.refund();
    return switch (outcome.kind()) {
      case FAILED -> refund.progress().asks() > 0 ? Optional.of(LAST_LOOK) : Optional.empty();
      case CONTRADICTED, UNKNOWN ->
          now.isBefore(refund.createdAt().plus(FOLLOWED))
              ? Optional.of(afterCall(refund, now))
              : Optional.empty();
      case SUCCEEDED, LATE_SUCCEEDED, MOVED, UNCHANGED -> Optional.empty();
    };
  }
}
