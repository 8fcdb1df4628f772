package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.List;

/**
 * Scans the rows below the low-water marks regularly, a piece at a time. An event appears there
 * only if a commit took longer than expected. An event that is found here is late, not lost.
 */
final class Rescan {
  /** All sixteen partitions take 80 s, if the database has no removed rows to scan. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PendingEvents pending;
  private final Ticker ticker;
  private final OwnedPartitions partitions;
  private final Timer due;
  private final ScanSpan span = new ScanSpan(ScanSpan.FEW);
  private int partition;
  private long cursor;

  Rescan(PendingEvents pending, Ticker ticker, OwnedPartitions partitions) {
    this.pending = pending;
    this.ticker = ticker;
    this.partitions = partitions;
    this.due = new Timer(ticker.read());
  }

  void scanIfDue() {
    long now = ticker.read();
    if (due.isDue(now)) {
      due.dueIn(PAUSE, now);
      partitions.markedFrom(partition).ifPresent(this::scan);
    }
  }

  private void scan(OwnedPartition owned) {
    if (owned.partition() != partition) {
      partition = owned.partition();
      cursor = 0;
    }
    long end = owned.mark().row();
    RowRange piece = new RowRange(partition, cursor, Math.min(end - 1, last()));
    if (cursor < end && isThereAnyOf(piece)) {
      owned.restart();
    }
    cursor = piece.next();
    if (cursor >= end) {
      partition++;
      cursor = 0;
    }
  }

  private long last() {
    return span.rows() == ScanSpan.UNBOUNDED ? RowRange.END : cursor + span.rows() - 1;
  }

  private boolean isThereAnyOf(RowRange piece) {
    return !span.measure(ticker, true, () -> pending.read(List.of(piece), 1)).events().isEmpty();
  }
}
