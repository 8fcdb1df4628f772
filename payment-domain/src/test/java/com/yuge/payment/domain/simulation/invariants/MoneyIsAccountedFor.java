package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.simulation.World;
import com.yuge.payment.domain.simulation.actors.Payment;
import com.yuge.payment.domain.simulation.actors.SimulatedChannel;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;

/**
 * Money that the channel took is on record as the order's, as unapplied or as a claim, within
 * {@link #LIMIT} of when the channel meant to tell of it, once faults have stopped; and in the end
 * also where no callback ever arrived.
 */
final class MoneyIsAccountedFor implements Invariant {
  /** The longest pause between two tries of the channel, and time for the last one. */
  private static final Duration LIMIT = Duration.ofMinutes(61);

  private final Committed committed;
  private final SimulatedChannel channel;
  private final Scheduler scheduler;
  private int seen;

  MoneyIsAccountedFor(Committed committed, SimulatedChannel channel, Scheduler scheduler) {
    this.committed = committed;
    this.channel = channel;
    this.scheduler = scheduler;
  }

  @Override
  public void afterChange() {
    for (; seen < channel.payments().size(); seen++) {
      Payment payment = channel.payments().get(seen);
      if (payment.isTold()) {
        scheduler.after(
            World.untilCalm(scheduler, payment.toldAt()).plus(LIMIT), () -> require(payment));
      }
    }
  }

  @Override
  public void atRest() {
    channel.payments().forEach(this::require);
  }

  private void require(Payment payment) {
    PayOrder order = committed.order(payment.payNo());
    boolean recorded = isRecorded(payment);
    if (order == null || (order.status().isOpen() && !recorded)) {
      throw new Violation(this, payment + " decided nothing");
    }
    if (payment.tookMoney() && !recorded && canBeKnown(payment, order)) {
      throw new Violation(this, payment + " is not told by " + order);
    }
  }

  // Of several payments the channel tells of the last one, and of a paid order it is not asked.
  private boolean canBeKnown(Payment payment, PayOrder order) {
    boolean last = channel.lastSuccess(payment.payNo()).filter(payment::equals).isPresent();
    return payment.isTold() || (last && order.hasEndedUnpaid());
  }

  private boolean isRecorded(Payment payment) {
    boolean own =
        committed.trades().stream()
            .filter(trade -> trade.payNo().equals(payment.payNo()))
            .anyMatch(trade -> trade.tradeNo().equals(payment.tradeNo()));
    return own || isClaimed(payment);
  }

  private boolean isClaimed(Payment payment) {
    return committed.claims().stream()
        .filter(claim -> claim.payNo().equals(payment.payNo()))
        .anyMatch(claim -> claim.tradeNo().equals(payment.tradeNo()));
  }
}
