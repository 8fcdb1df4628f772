package com.yuge.payment.domain.simulation.scale;

import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.simulation.actors.Surroundings;
import com.yuge.payment.domain.simulation.kernel.Chance;
import com.yuge.payment.domain.simulation.kernel.Fibers;
import com.yuge.payment.domain.simulation.kernel.History;
import com.yuge.payment.domain.simulation.kernel.Rhythm;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;

/** A fleet from its start through all phases, as its seed decides. */
public final class ScaleRun {
  private static final Duration SAMPLE = Duration.ofMillis(10);
  private static final int SAMPLES_PER_EVENT = 10;
  private static final Duration RESTART = Duration.ofSeconds(1);
  private static final int MOST_BETWEEN_MILLIS = 1_000;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** Each pause is a change of threads, which takes longer than all else here. */
  private static final int STEPS_PER_PAUSE = 100;

  private static final int MOST_STEPS = 5_000_000;

  private final Chance chance;
  private final Scheduler scheduler;
  private final Size size;
  private final RelaySettings settings;
  private final LargeFleet fleet;
  private final Gaps gaps;
  private final Deque<Phase> toCome;
  private final List<Measured> measured = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private long began;
  private long lastAction;
  private long renewalsBefore;
  private long steadySince;
  private double renewalsPerSecond;
  private int samples;

  private ScaleRun(long seed, Fibers fibers, Size size, RelaySettings settings) {
    this.chance = new Chance(seed);
    Rhythm rhythm = new Rhythm(chance);
    rhythm.calmDown(STEPS_PER_PAUSE);
    this.scheduler = new Scheduler(fibers, chance, rhythm, new History(false), MOST_STEPS);
    Surroundings surroundings = new Surroundings(scheduler, chance, false);
    surroundings.calmDown();
    this.size = size;
    this.settings = settings;
    this.gaps = new Gaps(size.partitions());
    this.fleet = new LargeFleet(surroundings, size, settings, broken::add);
    this.toCome =
        new ArrayDeque<>(size.zone() == 0 ? EnumSet.of(Phase.START) : EnumSet.allOf(Phase.class));
  }

  /**
   * What came of it.
   *
   * @param renewalsPerSecond of all instances together, while nothing happens
   * @param renewalsAtOnce how many began within the same ten milliseconds, at most
   */
  public record Outcome(
      Size size, List<Measured> phases, double renewalsPerSecond, int renewalsAtOnce, int events) {}

  /**
   * Runs it; throws when a partition had two owners or was not shared in the end, or an event was
   * lost or out of order.
   */
  public static Outcome of(long seed, Size size, RelaySettings settings) {
    try (Fibers fibers = new Fibers()) {
      return new ScaleRun(seed, fibers, size, settings).run();
    }
  }

  private Outcome run() {
    begin();
    tick();
    Throwable failure = scheduler.run(LONGEST);
    if (failure != null) {
      throw new AssertionError("a fleet of " + size, failure);
    }
    if (!broken.isEmpty() || !toCome.isEmpty() || fleet.events().missing() > 0) {
      throw new AssertionError(
          "%s; not reached: %s; %d events missing"
              .formatted(broken, toCome, fleet.events().missing()));
    }
    return new Outcome(
        size, measured, renewalsPerSecond, fleet.leases().mostAtOnce(), fleet.events().count());
  }

  private void begin() {
    gaps.forget();
    long unused = fleet.events().takeLongest();
    began = scheduler.now();
    lastAction = began;
    switch (toCome.element()) {
      case START -> fleet.start(size.instances());
      case ONE_DIES -> fleet.kill(1);
      case ONE_JOINS -> fleet.start();
      case ZONE_DIES -> fleet.kill(size.zone());
      case ZONE_RETURNS -> fleet.start(size.zone());
      case RESTART -> restart();
    }
  }

  // Each successor is there before its predecessor stops.
  private void restart() {
    Duration at = Duration.ZERO;
    for (int i = 0; i < size.instances(); i++) {
      scheduler.after(at, fleet::start);
      scheduler.after(at.plus(RESTART), fleet::stopOldest);
      at = at.plus(RESTART).plusMillis(chance.below(MOST_BETWEEN_MILLIS));
    }
    lastAction = began + at.toNanos() / 1_000;
  }

  private void tick() {
    boolean held = fleet.look(gaps);
    boolean done = scheduler.now() > lastAction && held && isComplete() && fleet.isShared();
    if (++samples % SAMPLES_PER_EVENT == 0) {
      fleet.events().append();
    }
    if (done) {
      record();
    } else {
      scheduler.after(SAMPLE, this::tick);
    }
  }

  private boolean isComplete() {
    return switch (toCome.element()) {
      case ONE_DIES -> fleet.alive() == size.instances() - 1;
      case ZONE_DIES -> fleet.alive() == size.instances() - size.zone();
      default -> fleet.alive() == size.instances();
    };
  }

  private void record() {
    Phase phase = toCome.remove();
    measured.add(
        new Measured(
            phase,
            (scheduler.now() - began) / 1_000,
            gaps.median() / 1_000,
            gaps.longest() / 1_000,
            fleet.events().takeLongest() / 1_000));
    renewalsBefore = fleet.leases().renewals();
    steadySince = scheduler.now();
    scheduler.after(settings.lease().multipliedBy(2), this::goOn);
  }

  private void goOn() {
    if (renewalsPerSecond == 0) {
      double seconds = (scheduler.now() - steadySince) / 1e6;
      renewalsPerSecond = (fleet.leases().renewals() - renewalsBefore) / seconds;
    }
    if (toCome.isEmpty()) {
      fleet.kill(fleet.alive());
    } else {
      begin();
      tick();
    }
  }
}
