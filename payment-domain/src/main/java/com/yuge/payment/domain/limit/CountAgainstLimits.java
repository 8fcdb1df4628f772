package com.yuge.payment.domain.limit;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.PayNo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Counts payments against the limits of a user and a merchant. It runs in the transaction that
 * changes the order, after the order's row is locked: order, user, merchant, always in this order.
 */
public final class CountAgainstLimits {
  /** How many slices besides the first are tried; each try costs a query. */
  private static final int TRIES = 4;

  private final Limits limits;
  private final LimitUses uses;
  private final ZoneId zone;

  /**
   * @param zone its midnight begins a day
   */
  public CountAgainstLimits(LimitPorts ports, ZoneId zone) {
    this.limits = ports.limits();
    this.uses = ports.uses();
    this.zone = zone;
  }

  /** A payment that counts; its number spreads it over the slices. */
  public record Payment(PayNo payNo, Parties parties, Money amount) {}

  /** Returns the scope whose limit forbids one payment of this amount. */
  public Optional<LimitScope> forbidden(Parties parties, Money amount) {
    List<LimitSubject> subjects = LimitSubject.of(parties);
    return subjects.isEmpty() ? Optional.empty() : forbidden(subjects, amount);
  }

  private Optional<LimitScope> forbidden(List<LimitSubject> subjects, Money amount) {
    return limits.of(subjects).stream()
        .filter(limit -> limit.forbids(amount))
        .map(limit -> limit.subject().scope())
        .findFirst();
  }

  /**
   * Reserves the amount on the day of {@code now}.
   *
   * @return empty when no limit per day holds for the parties
   * @throws LimitExceeded when too little is left. Then nothing is reserved, but the caller commits
   *     the transaction: a rollback of a new day's slices would cause deadlocks between the
   *     transactions that wait for them
   */
  public Optional<Reservation> reserve(Payment payment, Instant now) {
    return count(payment, now, true);
  }

  /** Counts money that is paid already, as {@link #reserve} does, even if too little is left. */
  public Optional<Reservation> countPaid(Payment payment, Instant now) {
    return count(payment, now, false);
  }

  /** Gives a reservation back, on the day and in the slices in which it was made. */
  public void release(Payment payment, Reservation reserved) {
    for (LimitSubject subject : LimitSubject.of(payment.parties())) {
      Integer shard = reserved.shards().get(subject.scope());
      if (shard != null) {
        uses.release(new LimitDay(subject, reserved.day()), shard, payment.amount());
      }
    }
  }

  private Optional<Reservation> count(Payment payment, Instant now, boolean onlyWithin) {
    List<LimitSubject> subjects = LimitSubject.of(payment.parties());
    if (subjects.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.ofInstant(now, zone);
    Map<LimitScope, Integer> shards = new EnumMap<>(LimitScope.class);
    List<Limit> held = limits.hold(subjects);
    for (LimitSubject subject : subjects) {
      Optional<Use> use = use(new LimitDay(subject, day), held);
      if (use.isPresent()) {
        OptionalInt shard = use.get().count(payment, onlyWithin);
        if (shard.isEmpty()) {
          undo(payment, day, shards);
          throw new LimitExceeded(subject.scope(), day.plusDays(1).atStartOfDay(zone).toInstant());
        }
        shards.put(subject.scope(), shard.getAsInt());
      }
    }
    return shards.isEmpty() ? Optional.empty() : Optional.of(new Reservation(day, shards));
  }

  private void undo(Payment payment, LocalDate day, Map<LimitScope, Integer> shards) {
    for (LimitSubject subject : LimitSubject.of(payment.parties())) {
      Integer shard = shards.get(subject.scope());
      if (shard != null) {
        uses.undo(new LimitDay(subject, day), shard, payment.amount());
      }
    }
  }

  private Optional<Use> use(LimitDay day, List<Limit> held) {
    for (Limit limit : held) {
      Money perDay = limit.perDay();
      if (limit.subject().scope() == day.subject().scope() && perDay != null) {
        return Optional.of(new Use(day, perDay.amount(), limit.shards()));
      }
    }
    return Optional.empty();
  }

  /** The use of one limit on one day. */
  private final class Use {
    private final LimitDay day;
    private final BigDecimal perDay;
    private final int shards;

    Use(LimitDay day, BigDecimal perDay, int shards) {
      this.day = day;
      this.perDay = perDay;
      this.shards = shards;
    }

    /** Returns the slice in which the payment counts; empty when too little is left. */
    OptionalInt count(Payment payment, boolean onlyWithin) {
      for (int shard : tried(payment)) {
        if (uses.use(day, perDay, shard, payment.amount())) {
          return OptionalInt.of(shard);
        }
      }
      return cutAnew(payment.amount().amount(), onlyWithin)
          ? OptionalInt.of(0)
          : OptionalInt.empty();
    }

    // The first slice comes last, because its lock is waited for.
    private int[] tried(Payment payment) {
      int others = shards - 1;
      int first = others == 0 ? 0 : Math.floorMod(payment.payNo().hashCode(), others);
      IntStream some =
          IntStream.range(0, Math.min(others, TRIES)).map(i -> 1 + (first + i) % others);
      return IntStream.concat(some, IntStream.of(0)).toArray();
    }

    // The slices that were tried have too little left, are locked, belong to another limit, or do
    // not exist yet. All slices are locked, the first one takes the amount, and the rest is divided
    // again.
    private boolean cutAnew(BigDecimal amount, boolean onlyWithin) {
      LimitSlices slices = new LimitSlices(uses.lock(day, shards));
      if (onlyWithin && amount.compareTo(slices.left(perDay)) > 0) {
        return false;
      }
      uses.replace(day, perDay, slices.use(0, amount).cut(perDay, shards).slices());
      return true;
    }
  }
}
