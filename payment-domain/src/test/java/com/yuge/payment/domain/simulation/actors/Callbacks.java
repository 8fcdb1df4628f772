package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The channel's callbacks: lost, doubled, late, in any order, and repeated until acknowledged. */
final class Callbacks {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration ECHO = Duration.ofDays(1);
  private static final long TIMESTAMP = 1_772_323_200_000L;

  private final Surroundings surroundings;
  private final Fleet fleet;
  private final List<Message> genuine = new ArrayList<>();
  private final Set<Message> acknowledged = new HashSet<>();

  Callbacks(Surroundings surroundings, Fleet fleet) {
    this.surroundings = surroundings;
    this.fleet = fleet;
  }

  void tell(Payment payment, Duration delay) {
    tell(payment, payment.saysAmount(), delay);
    if (surroundings.strikes(Trouble.CALLBACK_SIGNED_ANEW)) {
      tell(payment, true, delay);
    }
  }

  private void tell(Payment payment, boolean saysAmount, Duration delay) {
    surroundings.scheduler().after(delay, () -> attempt(signed(payment, saysAmount), FIRST_PAUSE));
  }

  private Message signed(Payment payment, boolean saysAmount) {
    Message message =
        new Message(
                payment.status().name(),
                "nonce-" + genuine.size(),
                payment.payNo().value(),
                String.valueOf(TIMESTAMP + surroundings.scheduler().now() / 1_000),
                payment.tradeNo(),
                saysAmount ? payment.amount() : null,
                "")
            .signed();
    genuine.add(message);
    return message;
  }

  private void attempt(Message message, Duration pause) {
    if (acknowledged.contains(message)) {
      return;
    }
    deliver(message);
    if (surroundings.strikes(Trouble.CALLBACK_DOUBLED)) {
      surroundings.scheduler().after(surroundings.upTo(ECHO), () -> deliver(message));
    }
    Duration doubled = pause.multipliedBy(2);
    Duration next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    surroundings.scheduler().after(pause, () -> attempt(message, next));
  }

  private void deliver(Message message) {
    if (!surroundings.strikes(Trouble.CALLBACK_LOST)) {
      fleet.request("callback", at -> at.door().receive(message), known -> heard(message, known));
    }
  }

  private void heard(Message message, boolean known) {
    if (known && !surroundings.strikes(Trouble.CALLBACK_ANSWER_LOST)) {
      acknowledged.add(message);
    }
  }

  List<Message> genuine() {
    return genuine;
  }
}
