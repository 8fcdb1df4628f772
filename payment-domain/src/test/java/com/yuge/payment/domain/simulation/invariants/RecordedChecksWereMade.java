package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.SimulatedChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An order's timeline has no question that the channel never heard. */
final class RecordedChecksWereMade implements Invariant {
  private final Committed committed;
  private final SimulatedChannel channel;
  private final Set<Long> seen = new HashSet<>();
  private final Map<PayNo, Integer> told = new HashMap<>();

  RecordedChecksWereMade(Committed committed, SimulatedChannel channel) {
    this.committed = committed;
    this.channel = channel;
  }

  @Override
  public void afterChange() {
    committed.audits().forEach(this::count);
  }

  private void count(long row, AuditEntry entry) {
    if (entry.action() != Action.QUERY || !seen.add(row)) {
      return;
    }
    int checks = told.merge(entry.payNo(), 1, Integer::sum);
    if (checks > channel.queries(entry.payNo())) {
      throw new Violation(this, "the channel was not asked, and yet there is " + entry);
    }
  }
}
