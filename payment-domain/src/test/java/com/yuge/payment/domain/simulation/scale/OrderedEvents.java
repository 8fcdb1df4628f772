package com.yuge.payment.domain.simulation.scale;

import com.yuge.payment.domain.fakes.InMemoryOutbox;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.simulation.actors.Surroundings;
import com.yuge.payment.domain.simulation.kernel.Chance;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Events of many keys, and the broker that must get each key's in their order. */
final class OrderedEvents implements EventSender {
  private static final int KEYS = 500;

  private final Scheduler scheduler;
  private final Chance chance;
  private final InMemoryStore store;
  private final InMemoryOutbox outbox;
  private final Consumer<String> broken;
  private final Map<String, Integer> appended = new HashMap<>();
  private final Map<String, Integer> arrived = new HashMap<>();
  private final Map<String, Long> waiting = new HashMap<>();
  private long longest;

  /** The event of that number of its key. */
  private record Numbered(String key, int number) implements DomainEvent {
    @Override
    public EventId eventId() {
      return new EventId(key + "." + number);
    }

    @Override
    public AggregateKey aggregateKey() {
      return new AggregateKey(key);
    }

    @Override
    public String tag() {
      return "NUMBERED";
    }

    @Override
    public String payloadVersion() {
      return "1";
    }

    @Override
    public Instant at() {
      return Instant.EPOCH;
    }
  }

  /**
   * @param signal is given with each commit, as a hint is
   * @param broken is told of an event that overtook another one
   */
  OrderedEvents(
      Surroundings surroundings,
      InMemoryStore store,
      CommitSignal signal,
      Consumer<String> broken) {
    this.scheduler = surroundings.scheduler();
    this.chance = surroundings.chance();
    this.broken = broken;
    this.store = store;
    this.outbox = new InMemoryOutbox(store, store, signal);
  }

  /** Commits the next event of any key. */
  void append() {
    String key = "K" + chance.below(KEYS);
    Numbered event = new Numbered(key, appended.merge(key, 1, Integer::sum));
    waiting.put(event.eventId().value(), scheduler.now());
    store.run(() -> outbox.append(event));
  }

  @Override
  public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
    batch.forEach(this::arrive);
    return new SendOutcome.Sent();
  }

  private void arrive(PendingEvent event) {
    int number = Integer.parseInt(event.eventId().substring(event.key().length() + 1));
    int last = arrived.getOrDefault(event.key(), 0);
    if (number > last + 1) {
      broken.accept(event.eventId() + " came after number " + last);
    }
    arrived.put(event.key(), Math.max(last, number));
    Long since = waiting.remove(event.eventId());
    longest = since == null ? longest : Math.max(longest, scheduler.now() - since);
  }

  /** Returns the longest time from a commit to the broker since the last call, microseconds. */
  long takeLongest() {
    long taken = longest;
    longest = 0;
    return taken;
  }

  int count() {
    return appended.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Events that the broker has not got. */
  int missing() {
    return waiting.size();
  }
}
