package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is acking what at the moment, for the invariant that only the owner may. */
public final class Acks {
  /** A lease in a call of {@link PendingEvents#ack} that has not come back. */
  public record Ack(String owner, Lease lease, List<Long> rowIds) {}

  private final List<Ack> open = new ArrayList<>();

  public List<Ack> open() {
    return open;
  }

  PendingEvents watch(PendingEvents real) {
    return new PendingEvents() {
      @Override
      public Heads read(Collection<RowRange> ranges, int limit) {
        return real.read(ranges, limit);
      }

      @Override
      public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
        List<Ack> acks = new ArrayList<>();
        published.forEach((lease, rowIds) -> acks.add(new Ack(owner, lease, rowIds)));
        open.addAll(acks);
        try {
          return real.ack(owner, published);
        } finally {
          open.removeAll(acks);
        }
      }
    };
  }
}
