package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import java.util.HashMap;
import java.util.Map;

/** No row of the callback log or of the audit disappears or changes. */
final class RowsStay implements Invariant {
  private final Committed committed;
  private final Map<Long, Object> seen = new HashMap<>();

  RowsStay(Committed committed) {
    this.committed = committed;
  }

  @Override
  public void afterChange() {
    Map<Long, Object> rows = new HashMap<>(committed.callbacks());
    rows.putAll(committed.audits());
    if (!rows.entrySet().containsAll(seen.entrySet())) {
      throw new Violation(this, "of " + seen + " there is only " + rows);
    }
    seen.putAll(rows);
  }
}
