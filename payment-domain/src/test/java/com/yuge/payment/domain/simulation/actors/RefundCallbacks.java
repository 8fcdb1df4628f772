package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The channel's callbacks about refunds: lost, doubled, late, and repeated until acknowledged. */
final class RefundCallbacks {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  private static final Duration ECHO = Duration.ofDays(1);
  private static final Duration PROMPT = Duration.ofSeconds(2);
  private static final Duration LATE = Duration.ofDays(2);

  private final Surroundings surroundings;
  private final Fleet fleet;
  private final Set<RefundMessage> acknowledged = new HashSet<>();
  private int sent;

  RefundCallbacks(Surroundings surroundings, Fleet fleet) {
    this.surroundings = surroundings;
    this.fleet = fleet;
  }

  /** Tells of the refund as it is now. Half of the callbacks only say that something happened. */
  void tell(BookedRefund refund) {
    boolean decides = surroundings.chance().oneIn(2);
    RefundMessage message =
        new RefundMessage(
            refund.request(), refund.state().name(), decides ? refund.answer() : null, sent++);
    Duration delay =
        surroundings.upTo(surroundings.strikes(Trouble.CALLBACK_DELAYED) ? LATE : PROMPT);
    surroundings.scheduler().after(delay, () -> attempt(message, FIRST_PAUSE));
  }

  private void attempt(RefundMessage message, Duration pause) {
    if (acknowledged.contains(message)) {
      return;
    }
    deliver(message);
    if (surroundings.strikes(Trouble.CALLBACK_DOUBLED)) {
      surroundings.scheduler().after(surroundings.upTo(ECHO), () -> deliver(message));
    }
    Duration doubled = pause.multipliedBy(2);
    Duration next =
        doubled.compareTo(Callbacks.LONGEST_PAUSE) < 0 ? doubled : Callbacks.LONGEST_PAUSE;
    surroundings.scheduler().after(pause, () -> attempt(message, next));
  }

  private void deliver(RefundMessage message) {
    if (!surroundings.strikes(Trouble.CALLBACK_LOST)) {
      fleet.request(
          "refund-told",
          at -> at.refunds().door().receive(message),
          known -> heard(message, known));
    }
  }

  private void heard(RefundMessage message, boolean known) {
    if (known && !surroundings.strikes(Trouble.CALLBACK_ANSWER_LOST)) {
      acknowledged.add(message);
    }
  }
}
