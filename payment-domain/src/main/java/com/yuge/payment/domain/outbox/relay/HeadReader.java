package com.yuge.payment.domain.outbox.relay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the heads of partitions, each from its low-water mark. */
final class HeadReader {
  private final PendingEvents pending;
  private final Ticker ticker;
  private final OwnedPartitions partitions;
  private final StableRows stable;
  private final ScanSpan span = new ScanSpan(ScanSpan.UNBOUNDED);
  private long newest;
  private @Nullable String blocked;

  HeadReader(
      PendingEvents pending, RelaySettings settings, Ticker ticker, OwnedPartitions partitions) {
    this.pending = pending;
    this.ticker = ticker;
    this.partitions = partitions;
    this.stable = new StableRows(settings.longestTransaction());
  }

  private record Reading(Map<OwnedPartition, RowRange> ranges, Heads heads) {}

  /** Returns at most {@code limit} events of each partition, oldest first. */
  List<PendingEvent> read(List<OwnedPartition> asked, int limit) {
    Reading reading = ask(asked, limit);
    if (isOutdated(reading.heads())) {
      // The marks may have passed events that are unblocked now, and this read may contain later
      // events of their aggregates.
      partitions.resetMarks();
      reading = ask(asked, limit);
    }
    Heads heads = reading.heads();
    newest = heads.newest();
    blocked = heads.blocked();
    stable.saw(newest, ticker.read());
    note(reading);
    return heads.events();
  }

  /** The store failed: the next answer may come from another server, which may have fewer rows. */
  void storeFailed() {
    stable.forget();
  }

  private Reading ask(List<OwnedPartition> asked, int limit) {
    long row = stable.asOf(ticker.read());
    Map<OwnedPartition, RowRange> ranges = new LinkedHashMap<>();
    asked.forEach(
        owned -> ranges.put(owned, owned.mark().next(owned.partition(), newest, row, span.rows())));
    boolean bounded = ranges.values().stream().anyMatch(range -> !range.isOpen());
    Heads heads =
        span.measure(ticker, bounded, () -> pending.read(List.copyOf(ranges.values()), limit));
    return new Reading(ranges, heads);
  }

  private boolean isOutdated(Heads heads) {
    if (heads.newest() < newest) {
      stable.forget();
      return true;
    }
    return blocked != null && !blocked.equals(heads.blocked());
  }

  private void note(Reading reading) {
    Map<Integer, Long> first = new HashMap<>();
    reading.heads().events().forEach(e -> first.putIfAbsent(e.partition(), e.rowId()));
    reading
        .ranges()
        .forEach((owned, range) -> owned.read(range, first.get(owned.partition()), newest));
  }
}
