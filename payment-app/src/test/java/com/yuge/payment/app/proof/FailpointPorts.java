package com.yuge.payment.app.proof;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.LeaseRenewal;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
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

/** Puts failpoints between the relay and its real ports. */
final class FailpointPorts implements BeanPostProcessor {
  private final Failpoints failpoints;
  private @Nullable Transactions transactions;

  FailpointPorts(Failpoints failpoints) {
    this.failpoints = failpoints;
  }

  // The outbox takes the transactions, so they pass by here before it.
  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Transactions made) {
      transactions = made;
    }
    if (bean instanceof EventSender sender) {
      return new Sender(sender, failpoints);
    }
    if (bean instanceof PendingEvents pending && name.equals("pendingEvents")) {
      return new Pending(pending, failpoints);
    }
    if (bean instanceof PartitionLeases leases) {
      return new Leases(leases, failpoints);
    }
    return bean instanceof Outbox outbox
        ? new Appending(outbox, requireNonNull(transactions), failpoints)
        : bean;
  }

  private record Appending(Outbox real, Transactions transactions, Failpoints failpoints)
      implements Outbox {
    @Override
    public void append(DomainEvent event) {
      // First, so that it dies before the relay of its own process hears of the commit.
      transactions.afterCommit(() -> failpoints.reach(Boundary.AFTER_COMMIT));
      real.append(event);
      failpoints.reach(Boundary.AFTER_APPEND);
    }
  }

  private record Pending(PendingEvents real, Failpoints failpoints) implements PendingEvents {
    @Override
    public Heads read(Collection<RowRange> ranges, int limit) {
      Heads heads = real.read(ranges, limit);
      if (!heads.events().isEmpty()) {
        failpoints.reach(Boundary.AFTER_READ);
      }
      return heads;
    }

    @Override
    public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
      Set<Lease> mine = real.ack(owner, published);
      published.forEach((lease, rows) -> failpoints.acked(rows, mine.contains(lease)));
      failpoints.reach(Boundary.AFTER_ACK);
      return mine;
    }
  }

  private record Sender(EventSender real, Failpoints failpoints) implements EventSender {
    @Override
    public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
      failpoints.sends(batch);
      SendOutcome outcome = real.send(partition, batch, timeout);
      if (outcome instanceof SendOutcome.Sent) {
        failpoints.reach(Boundary.AFTER_SEND, batch);
      } else {
        failpoints.doubts(batch);
      }
      return outcome;
    }
  }

  private record Leases(PartitionLeases real, Failpoints failpoints) implements PartitionLeases {
    @Override
    public LeaseRenewal renew(String owner, Duration time) {
      return real.renew(owner, time);
    }

    @Override
    public void release(String owner, Collection<Integer> partitions) {
      List<Integer> half = partitions.stream().limit(partitions.size() / 2).toList();
      real.release(owner, half);
      failpoints.reach(Boundary.DURING_RELEASE);
      real.release(owner, partitions.stream().skip(half.size()).toList());
    }

    @Override
    public void leave(String owner) {
      real.leave(owner);
    }
  }
}
