package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.fakes.InMemoryBlockedKeys;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.kernel.Host;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two or three instances of the service, started again when they have crashed. */
public final class Fleet {
  public static final int PARTITIONS = 3;

  private static final Duration RESTART = Duration.ofMinutes(1);
  private static final Duration DEPLOYMENT = Duration.ofMinutes(5);
  private static final int MOST_SKEW_SECONDS = 300;
  private static final Duration MOST_BEHIND = Duration.ofHours(6);

  private final Surroundings surroundings;
  private final InMemoryStore store;
  private final EventSender broker;
  private final Wiring wiring;
  private final Acks acks = new Acks();
  private final Map<String, Instance> alive = new TreeMap<>();
  private final List<Throwable> surprises = new ArrayList<>();
  private final FailoverClock storeClock;
  private int requests;
  private Instance.@Nullable Shared shared;

  public Fleet(Surroundings surroundings, InMemoryStore store, EventSender broker, Wiring wiring) {
    this.surroundings = surroundings;
    this.store = store;
    this.broker = broker;
    this.wiring = wiring;
    this.storeClock = new FailoverClock(surroundings.clock(Duration.ZERO));
  }

  public void begin(SimulatedChannel channel) {
    shared =
        new Instance.Shared(
            surroundings,
            store,
            new ForgetfulCopies(surroundings),
            new ForgetfulMemory(surroundings),
            channel,
            wiring);
    if (surroundings.chance().oneIn(4)) {
      surroundings.scheduler().after(surroundings.upTo(DEPLOYMENT), this::failOver);
    }
    int instances = 2 + surroundings.chance().below(2);
    for (int i = 0; i < instances; i++) {
      String name = String.valueOf((char) ('A' + i));
      int skew = surroundings.chance().below(2 * MOST_SKEW_SECONDS + 1) - MOST_SKEW_SECONDS;
      start(name, 1, surroundings.clock(Duration.ofSeconds(skew)));
      if (surroundings.chance().oneIn(4)) {
        surroundings.scheduler().after(surroundings.upTo(DEPLOYMENT), () -> stop(name));
      }
    }
  }

  // Whoever crashed before it leaves leases that end far ahead by the new clock.
  private void failOver() {
    Duration slow = surroundings.upTo(MOST_BEHIND);
    surroundings.scheduler().note("store", () -> "fails over to a clock that is slow by " + slow);
    storeClock.failOver(slow);
  }

  private void stop(String name) {
    Instance instance = alive.get(name);
    if (instance != null) {
      instance.relay().stop();
    }
  }

  private void start(String name, int life, Clock clock) {
    Host host = new Host(name + life, () -> restart(name, life + 1, clock));
    RelayTasks relay = relay(host);
    if (shared == null) {
      throw new IllegalStateException("not begun");
    }
    alive.put(name, Instance.begin(host, clock, shared, relay));
    relay.runAfter(Duration.ZERO);
    scheduleChecks();
  }

  private RelayTasks relay(Host host) {
    Steps steps = new Steps(surroundings);
    Transactions transactions = new SteppedTransactions(surroundings, store);
    PartitionLeases leases = wiring.leases(store, transactions, storeClock);
    PendingEvents pending = acks.watch(wiring.pending(store, transactions));
    return new RelayTasks(
        surroundings,
        host,
        steps.overStore(PartitionLeases.class, leases),
        steps.overStore(PendingEvents.class, pending),
        steps.overStore(BlockedKeys.class, new InMemoryBlockedKeys(store, transactions)),
        steps.over(EventSender.class, wiring.sender(broker)),
        wiring,
        () -> store.committed().pending().isEmpty());
  }

  private void restart(String name, int life, Clock clock) {
    alive.remove(name);
    surroundings.scheduler().after(surroundings.upTo(RESTART), () -> start(name, life, clock));
  }

  /** A request to any instance; who is not answered may ask again. */
  <T> void request(String what, Function<Instance, T> call, Consumer<T> answered) {
    if (!alive.isEmpty()) {
      Instance instance = surroundings.oneOf(List.copyOf(alive.values()));
      String name = instance.host() + "/" + what + "-" + ++requests;
      surroundings
          .scheduler()
          .start(name, instance.host(), () -> ask(name, instance, call, answered));
    }
  }

  private <T> void ask(
      String name, Instance instance, Function<Instance, T> call, Consumer<T> answered) {
    try {
      T answer = call.apply(instance);
      note(name, answer);
      answered.accept(answer);
    } catch (StoreUnavailable | ChannelUnavailable outage) {
      note(name, outage.getMessage());
    } catch (RuntimeException bug) {
      note(name, bug);
      surprises.add(bug);
    }
  }

  private void note(String name, @Nullable Object answer) {
    surroundings.scheduler().note(name, () -> "=> " + Told.of(answer));
  }

  /** Something has changed that there may be a check to wait for. */
  public void scheduleChecks() {
    alive
        .values()
        .forEach(
            instance -> {
              instance.reconcile().wake();
              instance.refunds().tasks().wake();
            });
  }

  /** What waits is found by polls, whether its commit was signalled or not. */
  public void planPolls() {
    if (!store.committed().pending().isEmpty()) {
      alive.values().forEach(instance -> instance.relay().wakeWithin(wiring.relay().pollMax()));
    }
  }

  public Acks acks() {
    return acks;
  }

  /** How often a use case failed by anything but an outage. */
  public int surprises() {
    return surprises.size();
  }

  public @Nullable Throwable surprise() {
    return surprises.isEmpty() ? null : surprises.get(0);
  }
}
