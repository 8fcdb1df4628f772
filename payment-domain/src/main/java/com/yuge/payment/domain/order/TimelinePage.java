package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.Timelines.Records;
import com.yuge.payment.domain.order.Timelines.TimelineRow;
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
  private static final Comparator<TimelineEntry> IN_TIME =
      Comparator.comparing(TimelineEntry::at).thenComparing(TimelineEntry::kind);

  private final List<Deque<TimelineRow>> records;
  private final long[] reached;
  private final int limit;
  private final List<TimelineEntry> entries = new ArrayList<>();

  TimelinePage(Records found, int limit) {
    this.records =
        Stream.of(found.callbacks(), found.audits(), found.events())
            .<Deque<TimelineRow>>map(ArrayDeque::new)
            .toList();
    this.reached = records.stream().mapToLong(TimelinePage::beyondNewest).toArray();
    this.limit = limit;
  }

  // A record that gives nothing to this page goes on from here, without what it records meanwhile.
  private static long beyondNewest(Deque<TimelineRow> record) {
    return record.isEmpty() ? 0 : record.getFirst().number() + 1;
  }

  /** Whether everything that was found is on the page. */
  boolean takeAll() {
    while (records.stream().anyMatch(record -> !record.isEmpty())) {
      int newest = newest();
      TimelineRow row = records.get(newest).getFirst();
      if (!fits(row.entries())) {
        return false;
      }
      reached[newest] = records.get(newest).removeFirst().number();
      entries.addAll(row.entries());
    }
    return true;
  }

  /**
   * Of one moment the later record: an event follows from the action that follows from a callback.
   */
  private int newest() {
    int newest = -1;
    for (int i = 0; i < records.size(); i++) {
      TimelineRow first = records.get(i).peekFirst();
      if (first != null
          && (newest < 0 || !first.at().isBefore(records.get(newest).getFirst().at()))) {
        newest = i;
      }
    }
    return newest;
  }

  boolean fits(List<TimelineEntry> more) {
    return entries.size() + more.size() <= limit;
  }

  void add(TimelineEntry entry) {
    entries.add(entry);
  }

  TimelineCursor older() {
    return new TimelineCursor(reached[0], reached[1], reached[2]);
  }

  /** Oldest first. */
  List<TimelineEntry> entries() {
    return entries.stream().sorted(IN_TIME).toList();
  }
}
