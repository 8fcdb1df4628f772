package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nobody here asks for an event to be published again, so nobody reads this list. */
record NoReplays() implements PendingEvents {
  @Override
  public Heads read(Collection<RowRange> ranges, int limit) {
    throw new IllegalStateException("there are no replays to read");
  }

  @Override
  public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
    throw new IllegalStateException("there are no replays to ack");
  }
}
