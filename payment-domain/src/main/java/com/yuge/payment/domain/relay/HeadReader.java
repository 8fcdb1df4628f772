package com.yuge.payment.domain.relay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the heads of partitions, each from its low-water mark on. */
final class HeadReader {
  private final PendingEvents pending;
  private final RelayTime time;
  private final Lanes lanes;
  private final SettledRows settled;
  private final ScanSpan span = new ScanSpan(ScanSpan.UNBOUNDED);
  private long newest;
  private @Nullable String blocked;

  HeadReader(PendingEvents pending, RelaySettings settings, RelayTime time, Lanes lanes) {
    this.pending = pending;
    this.time = time;
    this.lanes = lanes;
    this.settled = new SettledRows(settings.longestTransaction());
  }

  private record Reading(Map<Lane, RowRange> ranges, Heads heads) {}

  /** At most {@code limit} events of each, oldest first. */
  List<PendingEvent> read(List<Lane> asked, int limit) {
    Reading reading = ask(asked, limit);
    if (isOutdated(reading.heads())) {
      // Its marks may have passed what was unblocked, and whose later events it shows.
      lanes.resetMarks();
      reading = ask(asked, limit);
    }
    Heads heads = reading.heads();
    newest = heads.newest();
    blocked = heads.blocked();
    settled.saw(newest, time.read());
    note(reading);
    return heads.events();
  }

  /** The store failed: it may be another that answers next, with fewer rows. */
  void doubt() {
    settled.forget();
  }

  private Reading ask(List<Lane> asked, int limit) {
    long row = settled.asOf(time.read());
    Map<Lane, RowRange> ranges = new LinkedHashMap<>();
    asked.forEach(
        lane -> ranges.put(lane, lane.mark().next(lane.partition(), newest, row, span.rows())));
    boolean bounded = ranges.values().stream().anyMatch(range -> !range.isOpen());
    Heads heads =
        span.measure(time, bounded, () -> pending.read(List.copyOf(ranges.values()), limit));
    return new Reading(ranges, heads);
  }

  private boolean isOutdated(Heads heads) {
    if (heads.newest() < newest) {
      settled.forget();
      return true;
    }
    return blocked != null && !blocked.equals(heads.blocked());
  }

  private void note(Reading reading) {
    Map<Integer, Long> first = new HashMap<>();
    reading.heads().events().forEach(e -> first.putIfAbsent(e.partition(), e.rowId()));
    reading
        .ranges()
        .forEach((lane, range) -> lane.read(range, first.get(lane.partition()), newest));
  }
}
