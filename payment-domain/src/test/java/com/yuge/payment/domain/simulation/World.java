package com.yuge.payment.domain.simulation;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.simulation.actors.Attacker;
import com.yuge.payment.domain.simulation.actors.Broker;
import com.yuge.payment.domain.simulation.actors.Consumer;
import com.yuge.payment.domain.simulation.actors.Fleet;
import com.yuge.payment.domain.simulation.actors.LimitOperator;
import com.yuge.payment.domain.simulation.actors.Operator;
import com.yuge.payment.domain.simulation.actors.OrderService;
import com.yuge.payment.domain.simulation.actors.Payer;
import com.yuge.payment.domain.simulation.actors.RefundOperator;
import com.yuge.payment.domain.simulation.actors.Shop;
import com.yuge.payment.domain.simulation.actors.SimulatedChannel;
import com.yuge.payment.domain.simulation.actors.Surroundings;
import com.yuge.payment.domain.simulation.actors.Wiring;
import com.yuge.payment.domain.simulation.invariants.Invariant;
import com.yuge.payment.domain.simulation.invariants.Invariants;
import com.yuge.payment.domain.simulation.kernel.Chance;
import com.yuge.payment.domain.simulation.kernel.Fibers;
import com.yuge.payment.domain.simulation.kernel.History;
import com.yuge.payment.domain.simulation.kernel.Rhythm;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything there is in one run, from its seed. */
public final class World {
  /** Long enough for every payer and every restart. */
  private static final Duration FAULTS = Duration.ofMinutes(30);

  /** The longest delay of a callback and then its last repeats. */
  private static final Duration END = Duration.ofDays(4);

  /** One world in so many has limits, and begins shortly before midnight. */
  private static final long LIMITED = 3;

  private final Scheduler scheduler;
  private final Rhythm rhythm;
  private final Surroundings surroundings;
  private final InMemoryStore store;
  private final Broker broker;
  private final SimulatedChannel channel;
  private final Consumer consumer;
  private final OrderService orderService;
  private final Fleet fleet;
  private final Operator operator;
  private final Shop shop;
  private final RefundOperator refundOperator;
  private final List<Invariant> invariants;
  private long lastChange = -1;

  World(long seed, Fibers fibers, Wiring wiring, History history) {
    Chance chance = new Chance(seed);
    this.rhythm = new Rhythm(chance);
    this.scheduler = new Scheduler(fibers, chance, rhythm, history);
    boolean limited = seed % LIMITED == 0;
    this.surroundings = new Surroundings(scheduler, chance, limited);
    this.store = new InMemoryStore(surroundings.lockWaits(), Fleet.PARTITIONS);
    this.consumer = new Consumer(surroundings);
    this.broker = new Broker(surroundings, consumer);
    this.operator = new Operator(surroundings, store, broker);
    this.fleet = new Fleet(surroundings, store, broker, wiring);
    this.channel = new SimulatedChannel(surroundings, store, fleet, wiring.reading());
    Payer payer = new Payer(surroundings, fleet, channel);
    this.orderService = new OrderService(surroundings, fleet, payer, history, limited);
    this.shop = new Shop(surroundings, fleet, store.committed());
    this.refundOperator =
        new RefundOperator(surroundings, fleet, channel.refunds(), store.committed(), history);
    new Attacker(surroundings, fleet, channel).begin();
    if (limited) {
      new LimitOperator(surroundings, fleet).begin();
    }
    this.invariants = Invariants.all(this);
  }

  /** Returns what went wrong, or null. */
  @Nullable Throwable run() {
    scheduler.watch(this::checkAfterChange);
    fleet.begin(channel);
    orderService.begin();
    broker.begin();
    scheduler.after(FAULTS, this::calmDown);
    Throwable met = scheduler.run(END);
    Throwable failure = met == null ? checkAtRest() : met;
    if (failure != null) {
      scheduler.note("BROKEN", () -> String.valueOf(failure.getMessage()));
    }
    return failure;
  }

  private void calmDown() {
    scheduler.note("world", () -> "faults stop");
    rhythm.calmDown();
    surroundings.calmDown();
    broker.calmDown();
  }

  // Rows change by commits, queues by arrivals, books by payments: nothing else is looked at.
  private void checkAfterChange() {
    long change = store.commits() + broker.arrivals() + channel.changes() + fleet.surprises();
    if (change != lastChange) {
      lastChange = change;
      fleet.scheduleChecks();
      fleet.planPolls();
      operator.inspect();
      shop.inspect();
      refundOperator.inspect();
      invariants.forEach(Invariant::afterChange);
    }
  }

  private @Nullable Throwable checkAtRest() {
    try {
      invariants.forEach(Invariant::atRest);
      return null;
    } catch (Throwable broken) {
      return broken;
    }
  }

  /** How long faults still go on. */
  public static Duration untilCalm(Scheduler scheduler) {
    return untilCalm(scheduler, scheduler.now());
  }

  /** How long it is until that moment, in microseconds, if it is calm by then; else until calm. */
  public static Duration untilCalm(Scheduler scheduler, long moment) {
    long calm = Math.max(moment, FAULTS.toNanos() / 1_000);
    return Duration.ofNanos(1_000 * (calm - scheduler.now()));
  }

  public InMemoryStore store() {
    return store;
  }

  public Broker broker() {
    return broker;
  }

  public SimulatedChannel channel() {
    return channel;
  }

  public Consumer consumer() {
    return consumer;
  }

  public OrderService orderService() {
    return orderService;
  }

  public Shop shop() {
    return shop;
  }

  public Fleet fleet() {
    return fleet;
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  int steps() {
    return scheduler.steps();
  }
}
