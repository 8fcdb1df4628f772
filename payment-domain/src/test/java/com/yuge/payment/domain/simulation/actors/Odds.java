package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.simulation.kernel.Chance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How likely each trouble is, drawn anew for each world, so that some have much of one kind. */
public final class Odds {
  /** What may go wrong outside of the instances. */
  public enum Trouble {
    STORE_AWAY,
    COMMIT_LOST,
    COMMIT_ANSWER_LOST,
    CHANNEL_AWAY,
    CHANNEL_ANSWER_LOST,
    PAID_IN_THE_LAST_MOMENT,
    PAID_AFTER_CLOSE,
    CALLBACK_LOST,
    CALLBACK_ANSWER_LOST,
    CALLBACK_DOUBLED,
    CALLBACK_SIGNED_ANEW,
    CALLBACK_DELAYED,
    CALLBACK_NEVER_ARRIVES,
    TRADE_NUMBER_REUSED,
    REDIS_FORGETS,
    BROKER_REFUSES,
    BROKER_ANSWER_LOST,
    BROKER_LATE,
    BROKER_DOUBLES,
    CONSUMER_FAILS,
    RELAY_DIES,
    EVENT_REFUSED,
    SLOW_TRANSACTION,
    REFUND_TOO_FREQUENT,
    REFUND_ACCEPTED,
    REFUND_FORGOTTEN,
    REFUND_STUCK,
    REFUND_ABNORMAL,
    REFUND_CLOSED,
    REFUND_REFUSED,
    REFUND_DONE_AFTER_ALL,
    REFUND_DONE_LATE
  }

  private final Chance chance;
  private final Map<Trouble, Integer> oneIn = new EnumMap<>(Trouble.class);

  Odds(Chance chance) {
    this.chance = chance;
    for (Trouble trouble : Trouble.values()) {
      oneIn.put(trouble, chance.of(List.of(0, 0, 5, 20, 80)));
    }
  }

  boolean strikes(Trouble trouble) {
    return chance.oneIn(oneIn.getOrDefault(trouble, 0));
  }

  void calmDown() {
    oneIn.clear();
  }
}
