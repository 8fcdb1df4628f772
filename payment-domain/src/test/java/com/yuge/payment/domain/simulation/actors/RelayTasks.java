package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RelayEvents;
import com.yuge.payment.domain.outbox.relay.RelayListener;
import com.yuge.payment.domain.outbox.relay.RelayPorts;
import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.outbox.relay.RelaySignals;
import com.yuge.payment.domain.outbox.relay.Ticker;
import com.yuge.payment.domain.outbox.relay.Workers;
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

/** Runs one instance's real relay: a task for each of its runs and each of its workers' tasks. */
public final class RelayTasks implements Workers, CommitSignal, RelayListener {
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
  private List<BatchResult> results = new ArrayList<>();
  private boolean running;
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
    Ticker ticker = new Ticker(() -> 1_000 * scheduler.now(), surroundings.chance()::fraction);
    RelayPorts ports =
        new RelayPorts(leases, pending, new NoReplays(), blocked, sender, this, this);
    this.runs = () -> new RelayEvents(host.toString(), ports, settings, ticker);
    this.relay = runs.get();
  }

  /** Plans the next run, in place of the one that was planned. */
  public void runAfter(Duration delay) {
    long mine = ++plan;
    dozing = false;
    scheduler.after(
        delay,
        () -> {
          if (mine == plan && host.isAlive() && !running && !dead) {
            running = true;
            scheduler.start(host + "/relay", host, this::runOnce);
          }
        });
  }

  /** Something waits again: a relay that had nothing to do looks within that time. */
  void wakeWithin(Duration longest) {
    if (dozing) {
      runAfter(surroundings.upTo(longest));
    }
  }

  // While nothing waits anywhere a run would only poll, so the next is put off until something
  // does; to the others it is as if the process had been suspended.
  private void runOnce() {
    RelaySignals signals = new RelaySignals(committed, results);
    committed = new TreeMap<>();
    results = new ArrayList<>();
    boolean survived = survives(signals);
    running = false;
    if (!survived) {
      die();
    } else if (stopping && (!relay.isBusy() || scheduler.now() >= leavesAt)) {
      leave();
    } else if (!committed.isEmpty() || !results.isEmpty()) {
      runAfter(Duration.ZERO);
    } else if (relay.isBusy() || !nothingWaits.getAsBoolean()) {
      runAfter(untilNextRun());
    } else {
      dozing = true;
    }
  }

  private boolean survives(RelaySignals signals) {
    try {
      relay.runOnce(signals);
      return true;
    } catch (OutOfMemoryError fatal) {
      scheduler.note(host + "/relay", () -> "dies: " + fatal.getMessage());
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
    results = new ArrayList<>();
    relay = runs.get();
    if (stopping) {
      relay.stopReading();
    }
    runAfter(Duration.ZERO);
  }

  private Duration untilNextRun() {
    long micros = relay.untilNextDuty() / 1_000 + 1;
    long limit = stopping ? Math.max(0, leavesAt - scheduler.now()) : micros;
    return Duration.of(Math.min(micros, limit), ChronoUnit.MICROS);
  }

  /**
   * Brings to an end what is on its way, for as long as the relay's thread does, gives the rest of
   * the partitions back, and ends the instance.
   */
  public void stop() {
    stopping = true;
    leavesAt = scheduler.now() + patience.toNanos() / 1_000;
    relay.stopReading();
    runAfter(Duration.ZERO);
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
    runAfter(Duration.ZERO);
  }

  @Override
  public void run(Supplier<List<BatchResult>> task) {
    sending++;
    scheduler.start(host + "/send", host, () -> deliver(task.get()));
  }

  private void deliver(List<BatchResult> ended) {
    sending--;
    results.addAll(ended);
    runAfter(Duration.ZERO);
  }

  @Override
  public void partitionsChanged(BitSet partitions) {
    scheduler.note(host + "/relay", () -> "partitions " + partitions);
  }

  @Override
  public void batchEnded(BatchResult result, int failures) {
    scheduler.note(host + "/relay", () -> "batch " + result.status() + " " + result.reason());
    if (surroundings.strikes(Trouble.RELAY_DIES)) {
      throw new OutOfMemoryError("simulated");
    }
  }

  @Override
  public void paused(Throwable trouble, int failures) {
    scheduler.note(host + "/relay", () -> "pauses: " + trouble.getMessage());
  }
}
