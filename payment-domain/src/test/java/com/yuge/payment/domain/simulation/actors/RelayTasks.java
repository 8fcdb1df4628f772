package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.relay.BlockedKeys;
import com.yuge.payment.domain.relay.CommitSignal;
import com.yuge.payment.domain.relay.Delivery;
import com.yuge.payment.domain.relay.EventSender;
import com.yuge.payment.domain.relay.Mail;
import com.yuge.payment.domain.relay.PartitionLeases;
import com.yuge.payment.domain.relay.PendingEvents;
import com.yuge.payment.domain.relay.RelayEvents;
import com.yuge.payment.domain.relay.RelayListener;
import com.yuge.payment.domain.relay.RelayPorts;
import com.yuge.payment.domain.relay.RelaySettings;
import com.yuge.payment.domain.relay.RelayTime;
import com.yuge.payment.domain.relay.Workers;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import com.yuge.payment.domain.simulation.kernel.Host;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Runs one instance's real relay: a task for each of its turns and each of its errands. */
final class RelayTasks implements Workers, CommitSignal, RelayListener {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Scheduler scheduler;
  private final Host host;
  private final Surroundings surroundings;
  private final Supplier<RelayEvents> runs;
  private final boolean restarts;
  private RelayEvents relay;
  private boolean dead;
  private int sending;
  private final BooleanSupplier nothingWaits;
  private final Duration patience;
  private Map<Integer, Long> committed = new TreeMap<>();
  private List<Delivery> delivered = new ArrayList<>();
  private boolean turning;
  private boolean dozing;
  private boolean stopping;
  private long leavesAt;
  private long plan;

  RelayTasks(
      Surroundings surroundings,
      Host host,
      PartitionLeases leases,
      PendingEvents pending,
      BlockedKeys blocked,
      EventSender sender,
      Wiring wiring,
      BooleanSupplier nothingWaits) {
    RelaySettings settings = wiring.relay();
    this.restarts = wiring.relayRestarts();
    this.surroundings = surroundings;
    this.scheduler = surroundings.scheduler();
    this.host = host;
    this.nothingWaits = nothingWaits;
    this.patience = settings.sendAndAck();
    RelayTime time = new RelayTime(() -> 1_000 * scheduler.now(), surroundings.chance()::fraction);
    RelayPorts ports =
        new RelayPorts(leases, pending, new NoReplays(), blocked, sender, this, this);
    this.runs = () -> new RelayEvents(host.toString(), ports, settings, time);
    this.relay = runs.get();
  }

  /** Plans the next turn, in place of the one that was planned. */
  void turnAfter(Duration delay) {
    long mine = ++plan;
    dozing = false;
    scheduler.after(
        delay,
        () -> {
          if (mine == plan && host.isAlive() && !turning && !dead) {
            turning = true;
            scheduler.start(host + "/relay", host, this::turn);
          }
        });
  }

  /** Something waits again: a relay that had nothing to do looks within that time. */
  void wakeWithin(Duration longest) {
    if (dozing) {
      turnAfter(surroundings.upTo(longest));
    }
  }

  // While nothing waits anywhere a turn would only look, so the next is put off until something
  // does; to the others it is as if the process had been suspended.
  private void turn() {
    Mail mail = new Mail(committed, delivered);
    committed = new TreeMap<>();
    delivered = new ArrayList<>();
    boolean survived = survives(mail);
    turning = false;
    if (!survived) {
      die();
    } else if (stopping && (!relay.isBusy() || scheduler.now() >= leavesAt)) {
      leave();
    } else if (!committed.isEmpty() || !delivered.isEmpty()) {
      turnAfter(Duration.ZERO);
    } else if (relay.isBusy() || !nothingWaits.getAsBoolean()) {
      turnAfter(untilNextTurn());
    } else {
      dozing = true;
    }
  }

  private boolean survives(Mail mail) {
    try {
      relay.turn(mail);
      return true;
    } catch (OutOfMemoryError struck) {
      scheduler.note(host + "/relay", () -> "dies: " + struck.getMessage());
      return false;
    }
  }

  /** As its thread does: a new run begins after a pause, once no send of the last is on its way. */
  private void die() {
    dead = true;
    scheduler.after(surroundings.upTo(LONGEST_PAUSE), this::restartWhenNothingIsSent);
  }

  private void restartWhenNothingIsSent() {
    if (!dead || !host.isAlive() || !restarts) {
      return;
    }
    if (sending > 0) {
      scheduler.after(LONGEST_PAUSE, this::restartWhenNothingIsSent);
      return;
    }
    dead = false;
    delivered = new ArrayList<>();
    relay = runs.get();
    if (stopping) {
      relay.stopReading();
    }
    turnAfter(Duration.ZERO);
  }

  private Duration untilNextTurn() {
    long micros = relay.untilNextDuty() / 1_000 + 1;
    long limit = stopping ? Math.max(0, leavesAt - scheduler.now()) : micros;
    return Duration.of(Math.min(micros, limit), ChronoUnit.MICROS);
  }

  /**
   * Brings to an end what is on its way, for as long as the relay's thread does, gives the rest of
   * the partitions back, and ends the instance.
   */
  void stop() {
    stopping = true;
    leavesAt = scheduler.now() + patience.toNanos() / 1_000;
    relay.stopReading();
    turnAfter(Duration.ZERO);
  }

  private void leave() {
    try {
      int partitions = relay.release();
      scheduler.note(host + "/relay", () -> "gave back " + partitions + " partitions");
    } catch (StoreUnavailable leasesEndByThemselves) {
      scheduler.note(host + "/relay", () -> "could not give its partitions back");
    }
    scheduler.kill(host, "stops");
  }

  @Override
  public void committed(int partition, long row) {
    committed.merge(partition, row, Math::min);
    turnAfter(Duration.ZERO);
  }

  @Override
  public void run(Supplier<List<Delivery>> errand) {
    sending++;
    scheduler.start(host + "/send", host, () -> deliver(errand.get()));
  }

  private void deliver(List<Delivery> deliveries) {
    sending--;
    delivered.addAll(deliveries);
    turnAfter(Duration.ZERO);
  }

  @Override
  public void holds(BitSet partitions) {
    scheduler.note(host + "/relay", () -> "holds " + partitions);
  }

  @Override
  public void delivered(Delivery delivery, int failures) {
    scheduler.note(host + "/relay", () -> "batch " + delivery.result() + " " + delivery.reason());
    if (surroundings.strikes(Trouble.RELAY_DIES)) {
      throw new OutOfMemoryError("simulated");
    }
  }

  @Override
  public void paused(Throwable trouble, int failures) {
    scheduler.note(host + "/relay", () -> "pauses: " + trouble.getMessage());
  }
}
