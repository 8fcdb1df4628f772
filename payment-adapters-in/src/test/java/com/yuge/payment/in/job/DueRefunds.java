package com.yuge.payment.in.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A table of refunds whose channel is to be asked, and the use case that works on it. */
final class DueRefunds {
  static final Duration HOLD = Duration.ofMinutes(2);
  static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

  private final Clock clock;
  private final Map<String, Row> rows = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> slow = new HashSet<>();
  private int given;
  private int claims;
  private Runnable beforeAnswer = () -> {};

  private record Row(Instant dueAt, Duration pause) {}

  enum Result {
    REFUNDED,
    PENDING
  }

  DueRefunds(Clock clock) {
    this.clock = clock;
  }

  synchronized List<String> given(int count) {
    List<String> added = Stream.generate(() -> "REFUND" + ++given).limit(count).toList();
    added.forEach(refund -> rows.put(refund, new Row(clock.instant(), FIRST_PAUSE)));
    return added;
  }

  synchronized List<String> claim(int limit) {
    claims++;
    Instant now = clock.instant();
    List<String> due =
        rows.entrySet().stream()
            .filter(row -> !row.getValue().dueAt().isAfter(now))
            .sorted(Comparator.comparing(row -> row.getValue().dueAt()))
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    due.forEach(
        refund -> rows.computeIfPresent(refund, (r, row) -> new Row(now.plus(HOLD), row.pause())));
    return due;
  }

  Result ask(String refund) {
    Runnable happens;
    synchronized (this) {
      asked.add(refund);
      happens = beforeAnswer;
    }
    happens.run();
    return written(refund);
  }

  private synchronized Result written(String refund) {
    if (broken.contains(refund)) {
      throw new IllegalStateException("bug");
    }
    if (!slow.contains(refund)) {
      rows.remove(refund);
      return Result.REFUNDED;
    }
    rows.computeIfPresent(
        refund,
        (r, row) -> new Row(clock.instant().plus(row.pause()), row.pause().multipliedBy(2)));
    return Result.PENDING;
  }

  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  synchronized int claims() {
    return claims;
  }

  synchronized void beforeAnswer(Runnable happens) {
    beforeAnswer = happens;
  }

  synchronized void breaksOn(String refund) {
    broken.add(refund);
  }

  synchronized void heals() {
    broken.clear();
  }

  /** The channel has not made it yet, whenever it is asked. */
  synchronized void takesTimeOver(String refund) {
    slow.add(refund);
  }
}
