package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.Collection;
import java.util.List;

/** The relay reads on from the last row that it saw. */
public final class LastIdCursor extends Wiring {
  @Override
  public PendingEvents pending(InMemoryStore store, Transactions transactions) {
    PendingEvents real = super.pending(store, transactions);
    return new OtherPendingEvents(new Cursor(real)::read, real::ack);
  }

  private static final class Cursor {
    private final PendingEvents real;
    private long last;

    Cursor(PendingEvents real) {
      this.real = real;
    }

    Heads read(Collection<RowRange> ranges, int limit) {
      Heads read = real.read(ranges, limit);
      List<PendingEvent> heads =
          read.events().stream().filter(event -> event.rowId() > last).toList();
      heads.forEach(event -> last = Math.max(last, event.rowId()));
      return new Heads(heads, read.newest(), read.blocked());
    }
  }
}
