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
 * Merges the newest entries of three records, newest first, until the page is full. It takes the
 * rows of each record without a gap, even if the clocks of the instances differ. So the next page
 * continues exactly where this page ends.
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

  // A record that adds no row to this page continues from here, without rows that are added later.
  private static long beyondNewest(Deque<TimelineRow> record) {
    return record.isEmpty() ? 0 : record.getFirst().number() + 1;
  }

  /** Fills the page; returns whether everything that was found fits. */
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
   * For rows of the same moment, the last record wins: an event follows from an action, and an
   * action follows from a callback.
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
