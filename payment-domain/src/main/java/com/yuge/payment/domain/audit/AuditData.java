package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.audit.AuditStep.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Audits the stored data of the day before, a chunk at a time. Progress is stored with each chunk,
 * so any instance can continue an interrupted audit.
 */
public final class AuditData {
  private static final int MOST_READINGS = 3;

  private final AuditPorts ports;
  private final AuditSettings settings;
  private final AuditSchedule schedule;
  private final Runnable pause;
  private final Clock clock;

  /**
   * @param pause waits before rows that break a rule are read again
   * @param clock its zone's midnight begins a day
   */
  public AuditData(AuditPorts ports, AuditSettings settings, Runnable pause, Clock clock) {
    this.ports = ports;
    this.settings = settings;
    this.schedule = new AuditSchedule(settings, clock.getZone());
    this.pause = pause;
    this.clock = clock;
  }

  /** Returns the audit if it is due; no other instance gets it during the hold. */
  public List<AuditProgress> claim() {
    return ports.runs().claim(settings.hold()).stream().toList();
  }

  /** Makes the next step of an audit that this instance has claimed. */
  public AuditStep step(AuditProgress claimed) {
    AuditWalk walk = claimed.walk();
    if (walk == null) {
      return begin(claimed);
    }
    Instant started = Objects.requireNonNull(claimed.startedAt(), "a walk has a start");
    return clock.instant().isBefore(started.plus(settings.timeLimit()))
        ? next(claimed, walk, AuditDay.of(dayOf(claimed), clock.getZone()))
        : giveUp(claimed);
  }

  /** Lets any instance continue at once. */
  public void release(AuditProgress progress) {
    AuditWalk walk = progress.walk();
    if (walk != null) {
      AuditProgress next = progress.at(walk, progress.row());
      boolean unused = ports.transactions().call(() -> ports.runs().advance(next, Duration.ZERO));
    }
  }

  private AuditStep begin(AuditProgress idle) {
    Instant now = clock.instant();
    Optional<AuditDay> next = schedule.next(idle.day(), now);
    if (next.isEmpty()) {
      return written(
          Kind.WAITS, idle.waiting(), schedule.untilNext(idle.day(), now), List.of(), idle.day());
    }
    AuditDay day = next.get();
    List<Finding> missed =
        schedule.missed(idle.day(), day.date()).stream().map(AuditData::notAudited).toList();
    AuditProgress first = idle.begin(day.date(), before(AuditWalk.first(), day), now);
    return written(Kind.GOES_ON, first, settings.hold(), missed, day.date());
  }

  private AuditStep next(AuditProgress at, AuditWalk walk, AuditDay day) {
    return walk.isOfLimits() ? sum(at, walk, day) : walk(at, walk, day);
  }

  // A sum is stored in the transaction of the progress. If another instance has taken the audit
  // over, the sum is rolled back.
  private AuditStep sum(AuditProgress at, AuditWalk walk, AuditDay day) {
    long orders = before(AuditWalk.ORDERS, day);
    try {
      return ports
          .transactions()
          .call(
              () -> {
                AuditChunk chunk =
                    ports.limits().step(walk, day, at.row(), orders, settings.chunk());
                AuditStep step = follow(at, walk, day, chunk, chunk.findings());
                if (step.kind() == Kind.LOST) {
                  throw new LostAudit();
                }
                return step;
              });
    } catch (LostAudit lost) {
      return new AuditStep(Kind.LOST, at);
    }
  }

  private static final class LostAudit extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private AuditStep walk(AuditProgress at, AuditWalk walk, AuditDay day) {
    AuditChunk chunk = ports.reads().read(walk, day, at.row(), settings.chunk());
    return follow(at, walk, day, chunk, lasting(chunk.findings(), walk, day, at.row()));
  }

  private AuditStep follow(
      AuditProgress at, AuditWalk walk, AuditDay day, AuditChunk chunk, List<Finding> found) {
    if (!chunk.end()) {
      return written(Kind.GOES_ON, at.at(walk, chunk.last()), settings.hold(), found, day.date());
    }
    return walk.next()
        .filter(next -> walk != AuditWalk.LIMITS_COMPARED || !ports.limits().isEmpty())
        .map(
            next ->
                written(
                    Kind.GOES_ON,
                    at.at(next, before(next, day)),
                    settings.hold(),
                    found,
                    day.date()))
        .orElseGet(() -> ended(Kind.ENDED, at, found));
  }

  // Payments are made meanwhile. An unfinished payment looks different in the next reading, so it
  // does not count.
  private List<Finding> lasting(List<Finding> first, AuditWalk walk, AuditDay day, long after) {
    List<Finding> before = first;
    List<Finding> lasting = List.of();
    for (int reading = 1; reading < MOST_READINGS && lasting.size() < before.size(); reading++) {
      pause.run();
      List<Finding> again = ports.reads().read(walk, day, after, settings.chunk()).findings();
      lasting = again.stream().filter(before::contains).toList();
      before = again;
    }
    return lasting;
  }

  // Orders that were created before the day can be paid on the day, so their walk begins earlier.
  private long before(AuditWalk walk, AuditDay day) {
    AuditWalk rows = walk.rows();
    Instant since = day.start();
    return ports
        .reads()
        .before(rows, rows == AuditWalk.ORDERS ? since.minus(settings.timeToPay()) : since);
  }

  private AuditStep giveUp(AuditProgress at) {
    return ended(Kind.GAVE_UP, at, List.of(notAudited(dayOf(at))));
  }

  private AuditStep ended(Kind kind, AuditProgress at, List<Finding> found) {
    AuditProgress end = at.end(kind == Kind.ENDED);
    return written(kind, end, schedule.untilNext(end.day(), clock.instant()), found, dayOf(at));
  }

  // One transaction stores the findings and the progress.
  private AuditStep written(
      Kind kind, AuditProgress next, Duration due, List<Finding> found, @Nullable LocalDate day) {
    boolean won =
        ports
            .transactions()
            .call(
                () -> {
                  boolean mine = ports.runs().advance(next, due);
                  if (mine && day != null && !found.isEmpty()) {
                    ports.violations().record(found, day, clock.instant());
                  }
                  return mine;
                });
    return new AuditStep(won ? kind : Kind.LOST, next);
  }

  private static LocalDate dayOf(AuditProgress at) {
    return Objects.requireNonNull(at.day(), "a walk has a day");
  }

  private static Finding notAudited(LocalDate day) {
    return new Finding(AuditRule.DAY_NOT_AUDITED, day.toString(), "the day was not audited whole");
  }
}
