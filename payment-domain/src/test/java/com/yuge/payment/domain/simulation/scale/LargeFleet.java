package com.yuge.payment.domain.simulation.scale;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.RelayTasks;
import com.yuge.payment.domain.simulation.actors.Relays;
import com.yuge.payment.domain.simulation.actors.Surroundings;
import com.yuge.payment.domain.simulation.actors.Wiring;
import com.yuge.payment.domain.simulation.kernel.Host;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The instances that live, and who has which partition. */
final class LargeFleet {
  private static final int WITHIN_MILLIS = 1_000;

  private final Surroundings surroundings;
  private final Size size;
  private final InMemoryStore store;
  private final WatchedLeases leases;
  private final OrderedEvents events;
  private final Relays relays;
  private final Map<String, Instance> alive = new TreeMap<>();
  private int started;

  private record Instance(Host host, RelayTasks relay) {}

  LargeFleet(
      Surroundings surroundings, Size size, RelaySettings settings, Consumer<String> broken) {
    this.surroundings = surroundings;
    this.size = size;
    this.store = new InMemoryStore(surroundings.lockWaits(), size.partitions());
    this.leases = new WatchedLeases(surroundings.scheduler(), broken);
    this.events = new OrderedEvents(surroundings, store, this::hint, broken);
    this.relays =
        new Relays(
            surroundings, store, events, wiring(settings), surroundings.clock(Duration.ZERO));
  }

  private Wiring wiring(RelaySettings settings) {
    return new Wiring() {
      @Override
      public RelaySettings relay() {
        return settings;
      }

      @Override
      public PartitionLeases leases(InMemoryStore rows, Transactions transactions, Clock clock) {
        return leases.watch(super.leases(rows, transactions, clock));
      }
    };
  }

  // Through Redis, to whoever has the partition.
  private void hint(int partition, long row) {
    Instance owner = alive.get(store.committed().owners().getOrDefault(partition, ""));
    if (owner != null) {
      owner.relay().committed(partition, row);
    }
  }

  WatchedLeases leases() {
    return leases;
  }

  OrderedEvents events() {
    return events;
  }

  int alive() {
    return alive.size();
  }

  /** So many more, within a second. */
  void start(int count) {
    for (int i = 0; i < count; i++) {
      Duration at = Duration.ofMillis(surroundings.chance().below(WITHIN_MILLIS));
      surroundings.scheduler().after(at, this::start);
    }
  }

  void start() {
    String name = "i%04d".formatted(++started);
    Host host = new Host(name, () -> alive.remove(name));
    alive.put(name, new Instance(host, relays.begin(host)));
  }

  void kill(int count) {
    some(count).forEach(instance -> surroundings.scheduler().kill(instance.host(), "dies"));
  }

  /** Asks the one that has lived longest to stop. */
  void stopOldest() {
    alive.values().iterator().next().relay().stop();
  }

  private List<Instance> some(int count) {
    List<Instance> all = new ArrayList<>(alive.values());
    List<Instance> some = new ArrayList<>();
    while (some.size() < count) {
      some.add(all.remove(surroundings.chance().below(all.size())));
    }
    return some;
  }

  /** Whether each live instance has its share, and so no partition is without one. */
  boolean isShared() {
    Collection<Long> counts =
        owned().values().stream()
            .filter(alive::containsKey)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
            .values();
    long least = size.partitions() / Math.max(1, alive.size());
    long all = counts.stream().mapToLong(Long::longValue).sum();
    return all == size.partitions()
        && (counts.size() == alive.size() || least == 0)
        && counts.stream().allMatch(count -> count == least || count == least + 1);
  }

  private Map<Integer, String> owned() {
    return store.committed().owners();
  }

  /** Looks who has what now; returns whether each partition has a live owner. */
  boolean look(Gaps gaps) {
    Map<Integer, String> owners = owned();
    return gaps.look(
        partition -> alive.containsKey(owners.getOrDefault(partition, "")),
        surroundings.scheduler().now());
  }
}
