package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.simulation.actors.RefundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A commit that logs a callback about a refund changes no payment. */
final class RefundCallbacksLeavePayments implements Invariant {
  private final Committed committed;
  private int lines;
  private List<Object> before = List.of();

  RefundCallbacksLeavePayments(Committed committed) {
    this.committed = committed;
  }

  @Override
  public void afterChange() {
    List<Object> now = committed.refunds().isEmpty() ? List.of() : payments();
    if (committed.callbacks().size() > lines) {
      committed.callbacks().values().stream().skip(lines).forEach(line -> require(line, now));
      lines = committed.callbacks().size();
    }
    before = now;
  }

  private void require(CallbackRecord line, List<Object> now) {
    if (line.payload().startsWith(RefundMessage.PAYLOAD) && !now.equals(before)) {
      throw new Violation(this, line.payload() + " made " + now + " of " + before);
    }
  }

  private List<Object> payments() {
    List<Object> facts = new ArrayList<>();
    committed.orders().forEach(order -> facts.add(order.status()));
    for (PaidTrade trade : committed.trades()) {
      facts.add(trade.kind());
      facts.add(Optional.ofNullable(trade.amount()));
    }
    return facts;
  }
}
