package com.yuge.payment.app.bench.trace;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.app.bench.OpenOrders;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts a watch between the relay and its real ports. */
final class TracedPorts implements BeanPostProcessor {
  private final Tracer tracer;
  private @Nullable Transactions transactions;

  TracedPorts(Tracer tracer) {
    this.tracer = tracer;
  }

  // The outbox takes the transactions, so they pass by here before it.
  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Transactions made) {
      transactions = made;
    }
    if (bean instanceof Outbox outbox) {
      return new Appending(outbox, requireNonNull(transactions), tracer);
    }
    if (bean instanceof PendingEvents pending && name.equals("pendingEvents")) {
      return new Pending(pending, tracer);
    }
    return bean instanceof EventSender sender ? new Sender(sender, tracer) : bean;
  }

  /** The outbox gives its signal after the commit, too: between these two. */
  private record Appending(Outbox real, Transactions transactions, Tracer tracer)
      implements Outbox {
    @Override
    public void append(DomainEvent event) {
      int number = OpenOrders.number(event.eventId().value());
      transactions.afterCommit(() -> tracer.note(Moment.COMMITTED, number));
      real.append(event);
      transactions.afterCommit(() -> tracer.note(Moment.SIGNALLED, number));
    }
  }

  private record Pending(PendingEvents real, Tracer tracer) implements PendingEvents {
    @Override
    public Heads read(Collection<RowRange> ranges, int limit) {
      long begun = System.nanoTime();
      Heads heads = real.read(ranges, limit);
      tracer.read(heads.events(), begun);
      return heads;
    }

    @Override
    public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
      Set<Lease> mine = real.ack(owner, published);
      published.values().forEach(tracer::acked);
      return mine;
    }
  }

  private record Sender(EventSender real, Tracer tracer) implements EventSender {
    @Override
    public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
      tracer.sendBegins(batch);
      SendOutcome outcome = real.send(partition, batch, timeout);
      tracer.answered(partition, batch);
      return outcome;
    }

    @Override
    public String brokerOf(int partition) {
      return real.brokerOf(partition);
    }
  }
}
