package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.time.Duration;

/**
 * An outbox after which a transaction may stay open for long. Meanwhile other payers pay once more,
 * so that newer rows overtake its own; and its own payer does when it ends at last, so that its
 * order's next row follows at once.
 */
record SlowOutbox(Outbox real, SimulatedChannel channel, Surroundings surroundings)
    implements Outbox {
  private static final int MOST_MILLIS = (int) Wiring.LONGEST_TRANSACTION.toMillis();

  @Override
  public void append(DomainEvent event) {
    real.append(event);
    PayNo payNo = new PayNo(event.aggregateKey().value());
    if (surroundings.strikes(Trouble.SLOW_TRANSACTION)) {
      Duration time = Duration.ofMillis(surroundings.chance().below(MOST_MILLIS));
      channel.othersPayAgain(payNo);
      surroundings.scheduler().after(time.dividedBy(2), () -> channel.othersPayAgain(payNo));
      surroundings.scheduler().after(time, () -> channel.payAgain(payNo));
      surroundings.scheduler().sleep(time);
    }
  }
}
