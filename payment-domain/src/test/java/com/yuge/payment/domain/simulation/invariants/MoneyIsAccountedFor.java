package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.StrayPayment;
import com.yuge.payment.domain.simulation.World;
import com.yuge.payment.domain.simulation.actors.Payment;
import com.yuge.payment.domain.simulation.actors.SimulatedChannel;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Money that the channel took is the order's payment, or recorded as late or as a mismatch, within
 * {@link #LIMIT} of when the channel meant to tell of it, once faults have stopped.
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
      scheduler.after(
          World.untilCalm(scheduler, payment.toldAt()).plus(LIMIT), () -> require(payment));
    }
  }

  @Override
  public void atRest() {
    channel.payments().forEach(this::require);
  }

  private void require(Payment payment) {
    PayOrder order = committed.order(payment.payNo());
    if (order == null || (order.status().isOpen() && !isStray(payment, order.mismatch()))) {
      throw new Violation(this, payment + " decided nothing");
    }
    if (payment.tookMoney() && !isRecorded(payment, order)) {
      throw new Violation(this, payment + " is not told by " + order);
    }
  }

  // The order holds the first mismatch only, the audit all of them.
  private boolean isRecorded(Payment payment, PayOrder order) {
    boolean settled =
        order.status() == PayStatus.SUCCESS
            && payment.tradeNo().equals(order.channelTradeNo())
            && payment.amount().equals(order.amount());
    return settled
        || isStray(payment, order.lateSuccess())
        || isStray(payment, order.mismatch())
        || committed.audits().values().stream().anyMatch(entry -> isMismatch(entry, payment));
  }

  private static boolean isStray(Payment payment, @Nullable StrayPayment stray) {
    return stray != null
        && stray.tradeNo().equals(payment.tradeNo())
        && stray.amount().equals(payment.amount());
  }

  private static boolean isMismatch(AuditEntry entry, Payment payment) {
    return entry.payNo().equals(payment.payNo())
        && entry.detail().startsWith("Mismatch tradeNo=" + payment.tradeNo() + " ");
  }
}
