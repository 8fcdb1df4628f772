package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One partition into which transactions write that draw an id, commit later or never, and hold
 * their order's row until then; and a reader that publishes what it finds from the mark on.
 */
final class OpenTransactions {
  static final long LONGEST = 100;
  private static final int ORDERS = 3;

  private record Open(long row, String order, long begun) {}

  private final Random chance;
  private final List<Open> open = new ArrayList<>();
  private final TreeMap<Long, String> pending = new TreeMap<>();
  private final Set<String> blocked = new TreeSet<>();
  private long now;
  private long lastId;
  private long newest;

  private final StableRows settled;
  private final LowWaterMark mark = new LowWaterMark();
  private long known;
  private Set<String> knownBlocked = Set.of();
  private boolean deaf;

  /**
   * @param trail how long the reader believes that a transaction may take
   */
  OpenTransactions(Random chance, long trail) {
    this.chance = chance;
    this.settled = new StableRows(Duration.ofNanos(trail));
  }

  /** The reader takes no notice of what is blocked or unblocked. */
  static OpenTransactions deaf(Random chance) {
    OpenTransactions world = new OpenTransactions(chance, LONGEST);
    world.deaf = true;
    return world;
  }

  void anything() {
    pass(chance.nextInt(20));
    String order = "O" + chance.nextInt(ORDERS);
    int what = chance.nextInt(100);
    if (what < 30) {
      begin(order);
    } else if (what < 50) {
      end(chance.nextInt(5) > 0);
    } else if (what < 52) {
      toggle(order);
    } else {
      read();
    }
  }

  /** From now on nobody writes, and all that was blocked is not. */
  void calmDown() {
    while (!open.isEmpty()) {
      end(true);
    }
    blocked.clear();
    for (int i = 0; i < 200; i++) {
      pass(LONGEST / 10);
      read();
    }
  }

  int waiting() {
    return pending.size();
  }

  long newest() {
    return newest;
  }

  long mark() {
    return mark.row();
  }

  private void pass(long time) {
    now += time;
    open.removeIf(transaction -> now - transaction.begun() >= LONGEST);
  }

  private void begin(String order) {
    if (open.stream().noneMatch(transaction -> transaction.order().equals(order))) {
      open.add(new Open(++lastId, order, now));
    }
  }

  private void end(boolean commits) {
    if (!open.isEmpty()) {
      Open ended = open.remove(chance.nextInt(open.size()));
      if (commits) {
        pending.put(ended.row(), ended.order());
        newest = Math.max(newest, ended.row());
      }
    }
  }

  private void toggle(String order) {
    if (!blocked.remove(order)) {
      blocked.add(order);
    }
  }

  private void read() {
    if (!deaf && !knownBlocked.equals(blocked)) {
      mark.reset();
      knownBlocked = Set.copyOf(blocked);
    }
    RowRange range = mark.next(0, known, settled.asOf(now), span());
    known = newest;
    settled.saw(newest, now);
    @Nullable Long first = null;
    int limit = 1 + chance.nextInt(3);
    for (Map.Entry<Long, String> row : List.copyOf(in(range).entrySet())) {
      if (!blocked.contains(row.getValue()) && limit-- > 0) {
        first = first == null ? row.getKey() : first;
        publish(row.getKey(), row.getValue());
      }
    }
    if (first == null) {
      mark.foundNothing(range, newest);
    } else {
      mark.found(first, range, newest);
    }
  }

  private long span() {
    return chance.nextBoolean() ? ScanSpan.UNBOUNDED : 1 + chance.nextInt(6);
  }

  private Map<Long, String> in(RowRange range) {
    return pending.subMap(range.first(), true, range.last(), true);
  }

  private void publish(long row, String order) {
    assertThat(pending.headMap(row).values())
        .as("earlier events of %s, the order of row %s, wait", order, row)
        .noneMatch(earlier -> Objects.equals(earlier, order));
    pending.remove(row);
  }
}
