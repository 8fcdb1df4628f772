package com.yuge.payment.app.bench.recovery;

import com.yuge.payment.app.bench.Waiting;
import com.yuge.payment.app.bench.recovery.StoredEvents.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** All that has come out of the topic so far: when, in which order, and how often. */
final class Deliveries {
  private final StoredEvents topic;
  private final List<Stored> all = new ArrayList<>();
  private final Map<Integer, String> last = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private int outOfOrder;

  Deliveries(StoredEvents topic) {
    this.topic = topic;
  }

  private void readOn() {
    for (Stored one : topic.readOn()) {
      all.add(one);
      if (ids.add(one.id())) {
        String before = last.put(one.partition(), one.id());
        outOfOrder += before != null && before.compareTo(one.id()) > 0 ? 1 : 0;
      }
    }
  }

  /**
   * Waits until each of these partitions has an event that was committed after the mark.
   *
   * @param mark in milliseconds of the epoch
   * @return milliseconds from the mark until the last of these partitions had its first one
   */
  long flowsAgain(long mark, IntPredicate partitions) {
    Map<Integer, Long> first = new HashMap<>();
    Waiting.until("each partition flows again", () -> hasAll(mark, partitions, first));
    return first.values().stream().mapToLong(Long::longValue).max().orElseThrow() - mark;
  }

  private boolean hasAll(long mark, IntPredicate partitions, Map<Integer, Long> first) {
    readOn();
    first.clear();
    all.stream()
        .filter(one -> one.appended() >= mark && partitions.test(one.partition()))
        .forEach(one -> first.merge(one.partition(), one.stored(), Math::min));
    for (int partition = 0; partition < Trickle.PARTITIONS; partition++) {
      if (partitions.test(partition) && !first.containsKey(partition)) {
        return false;
      }
    }
    return true;
  }

  /** What came no time, what came out of order at first, and what came twice. */
  record Tally(int committed, int lost, int outOfOrder, int duplicates) {}

  Tally tally(List<String> committed) {
    boolean unused = Waiting.happens(() -> hasCome(committed));
    int lost = (int) committed.stream().filter(id -> !ids.contains(id)).count();
    return new Tally(committed.size(), lost, outOfOrder, all.size() - ids.size());
  }

  private boolean hasCome(List<String> committed) {
    readOn();
    return ids.containsAll(committed);
  }
}
