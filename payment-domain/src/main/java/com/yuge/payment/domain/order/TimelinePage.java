package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.OrderHistory.Entry;
import com.yuge.payment.domain.order.OrderHistory.Records;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the newest entries of three records together, newest first, until the page is full. It takes
 * from each record without a gap, whatever the clocks of the instances said: so the next page goes
 * on exactly where this one ends.
 */
final class TimelinePage {
  private static final Comparator<Step> IN_TIME =
      Comparator.comparing(Step::at).thenComparing(Step::kind);

  private final List<Deque<Entry>> records;
  private final long[] reached;
  private final int limit;
  private final List<Step> steps = new ArrayList<>();

  TimelinePage(Records found, int limit) {
    this.records =
        Stream.of(found.callbacks(), found.steps(), found.events())
            .<Deque<Entry>>map(ArrayDeque::new)
            .toList();
    this.reached = records.stream().mapToLong(TimelinePage::beyondNewest).toArray();
    this.limit = limit;
  }

  // A record that gives nothing to this page goes on from here, without what it records meanwhile.
  private static long beyondNewest(Deque<Entry> record) {
    return record.isEmpty() ? 0 : record.getFirst().number() + 1;
  }

  /** Whether everything that was found is on the page. */
  boolean takeAll() {
    while (records.stream().anyMatch(record -> !record.isEmpty())) {
      int newest = newest();
      Entry entry = records.get(newest).getFirst();
      if (!fits(entry.told())) {
        return false;
      }
      reached[newest] = records.get(newest).removeFirst().number();
      steps.addAll(entry.told());
    }
    return true;
  }

  /**
   * Of one moment the later record: an event follows from the step that follows from a callback.
   */
  private int newest() {
    int newest = -1;
    for (int i = 0; i < records.size(); i++) {
      Entry first = records.get(i).peekFirst();
      if (first != null
          && (newest < 0 || !first.at().isBefore(records.get(newest).getFirst().at()))) {
        newest = i;
      }
    }
    return newest;
  }

  boolean fits(List<Step> more) {
    return steps.size() + more.size() <= limit;
  }

  void add(Step step) {
    steps.add(step);
  }

  TimelineCursor older() {
    return new TimelineCursor(reached[0], reached[1], reached[2]);
  }

  /** Oldest first. */
  List<Step> steps() {
    return steps.stream().sorted(IN_TIME).toList();
  }
}
