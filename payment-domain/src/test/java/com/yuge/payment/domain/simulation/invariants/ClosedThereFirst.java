package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.SimulatedChannel;
import java.util.HashSet;
import java.util.Set;

/** Whoever can still pay is not closed out: what the channel has is closed there before here. */
final class ClosedThereFirst implements Invariant {
  private final Committed committed;
  private final SimulatedChannel channel;
  private final Set<PayNo> seen = new HashSet<>();

  ClosedThereFirst(Committed committed, SimulatedChannel channel) {
    this.committed = committed;
    this.channel = channel;
  }

  @Override
  public void afterChange() {
    for (PayOrder order : committed.orders()) {
      if (order.status() == PayStatus.CLOSED && seen.add(order.payNo())) {
        require(order);
      }
    }
  }

  // A trade that took another amount, or that another order has, is done with: it is on record. One
  // that an opening brings there after the channel knew of none is never shown to the payer.
  private void require(PayOrder order) {
    boolean payable =
        channel.opened().contains(order.payNo())
            && !channel.closed().contains(order.payNo())
            && !channel.disowned().contains(order.payNo());
    if (payable && !isSaidToBePaid(order)) {
      throw new Violation(this, order.payNo() + " can still be paid at the channel");
    }
  }

  private boolean isSaidToBePaid(PayOrder order) {
    return committed.trades().stream().anyMatch(trade -> trade.payNo().equals(order.payNo()))
        || committed.claims().stream().anyMatch(claim -> claim.payNo().equals(order.payNo()));
  }
}
