package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.simulation.actors.Acks;
import java.util.HashSet;
import java.util.Set;

/** What leaves the to-do list was removed by whom the store has as the partition's owner. */
final class OnlyTheOwnerAcks implements Invariant {
  private final Committed committed;
  private final Acks acks;
  private Set<Long> before = Set.of();

  OnlyTheOwnerAcks(Committed committed, Acks acks) {
    this.committed = committed;
    this.acks = acks;
  }

  @Override
  public void afterChange() {
    if (!before.equals(committed.pending())) {
      before.stream().filter(row -> !committed.pending().contains(row)).forEach(this::acked);
      before = new HashSet<>(committed.pending());
    }
  }

  private void acked(long row) {
    boolean byTheOwner =
        acks.open().stream()
            .filter(ack -> ack.rowIds().contains(row))
            .anyMatch(ack -> committed.isHeld(ack.owner(), ack.lease()));
    if (!byTheOwner) {
      throw new Violation(this, "row " + row + " by " + acks.open());
    }
  }
}
