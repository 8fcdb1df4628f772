package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.audit.AuditChunk;
import com.yuge.payment.domain.audit.AuditDay;
import com.yuge.payment.domain.audit.AuditFact;
import com.yuge.payment.domain.audit.AuditProgress;
import com.yuge.payment.domain.audit.AuditReads;
import com.yuge.payment.domain.audit.AuditRule;
import com.yuge.payment.domain.audit.AuditRuns;
import com.yuge.payment.domain.audit.AuditViolations;
import com.yuge.payment.domain.audit.AuditWalk;
import com.yuge.payment.domain.audit.Finding;
import com.yuge.payment.domain.audit.LimitSums;
import com.yuge.payment.domain.audit.Violation;
import com.yuge.payment.domain.audit.Violation.State;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An audit's rows, its progress and what it found. It knows no days: all rows are of each. */
public final class InMemoryAudit implements AuditReads, LimitSums, AuditRuns, AuditViolations {
  private final Map<AuditWalk, List<AuditFact>> facts = new EnumMap<>(AuditWalk.class);
  private final List<String> reads = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();
  private final Clock clock;
  private AuditProgress progress = new AuditProgress(0, null, null, 0, null, null);
  private Instant due = Instant.MIN;

  public InMemoryAudit(Clock clock) {
    this.clock = clock;
  }

  public void add(AuditWalk walk, AuditFact... more) {
    facts.computeIfAbsent(walk, w -> new ArrayList<>()).addAll(List.of(more));
  }

  public void replace(AuditWalk walk, AuditFact... others) {
    facts.put(walk, new ArrayList<>(List.of(others)));
  }

  /** The day after this one is audited next. */
  public void repeatAfter(LocalDate day) {
    progress = new AuditProgress(progress.version() + 1, day, null, 0, null, null);
    due = Instant.MIN;
  }

  /** The day was audited whole. */
  public void complete(LocalDate day) {
    progress = new AuditProgress(progress.version() + 1, day, null, 0, null, day);
  }

  /** Nothing was ever found. */
  public void clear() {
    violations.clear();
  }

  /** What was read. */
  public List<String> reads() {
    return List.copyOf(reads);
  }

  public List<Violation> all() {
    return List.copyOf(violations);
  }

  @Override
  public long before(AuditWalk walk, Instant moment) {
    return 0;
  }

  @Override
  public AuditChunk read(AuditWalk walk, AuditDay day, long after, int limit) {
    reads.add(walk + " after " + after);
    List<AuditFact> all = facts.getOrDefault(walk, List.of());
    int first = (int) after;
    int last = Math.min(all.size(), first + limit);
    return new AuditChunk(all.subList(first, last), last, last - first < limit);
  }

  @Override
  public AuditChunk step(AuditWalk walk, AuditDay day, long after, long before, int limit) {
    return read(walk, day, after, limit);
  }

  @Override
  public boolean isEmpty() {
    return facts.keySet().stream().noneMatch(AuditWalk::isAgain);
  }

  @Override
  public AuditProgress find() {
    return progress;
  }

  @Override
  public Optional<AuditProgress> claim(Duration hold) {
    if (clock.instant().isBefore(due)) {
      return Optional.empty();
    }
    due = clock.instant().plus(hold);
    return Optional.of(progress);
  }

  @Override
  public boolean advance(AuditProgress next, Duration after) {
    if (next.version() != progress.version() + 1) {
      return false;
    }
    progress = next;
    due = clock.instant().plus(after);
    return true;
  }

  @Override
  public void record(List<Finding> findings, LocalDate day, Instant now) {
    for (Finding finding : findings) {
      Optional<Violation> known = violations.stream().filter(v -> isSame(v, finding)).findFirst();
      known.ifPresentOrElse(
          violation -> replace(seenAgain(violation, finding, day, now)),
          () ->
              violations.add(new Violation(violations.size() + 1L, finding, day, now, now, null)));
    }
  }

  private static boolean isSame(Violation violation, Finding finding) {
    return violation.finding().rule() == finding.rule()
        && violation.finding().subject().equals(finding.subject());
  }

  private static Violation seenAgain(Violation old, Finding finding, LocalDate day, Instant now) {
    boolean same = old.finding().equals(finding);
    return new Violation(
        old.id(), finding, day, old.firstSeen(), now, same ? old.resolved() : null);
  }

  private void replace(Violation next) {
    violations.set(Math.toIntExact(next.id()) - 1, next);
  }

  @Override
  public List<Violation> list(State state, long after, int limit) {
    return violations.stream()
        .filter(violation -> violation.state() == state && violation.id() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Violation> find(long id) {
    return violations.stream().filter(violation -> violation.id() == id).findFirst();
  }

  @Override
  public boolean resolve(long id, OperatorReason reason, Instant now) {
    Optional<Violation> open = find(id).filter(violation -> violation.resolved() == null);
    open.ifPresent(
        v -> replace(new Violation(id, v.finding(), v.day(), v.firstSeen(), v.lastSeen(), reason)));
    return open.isPresent();
  }

  @Override
  public Map<AuditRule, Integer> countOpen(int limit) {
    Map<AuditRule, Integer> counts = new EnumMap<>(AuditRule.class);
    list(State.OPEN, 0, limit).forEach(v -> counts.merge(v.finding().rule(), 1, Integer::sum));
    return counts;
  }
}
