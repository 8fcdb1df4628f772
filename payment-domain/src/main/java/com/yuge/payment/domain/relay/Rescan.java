package com.yuge.payment.domain.relay;

import java.time.Duration;
import java.util.List;

/**
 * Looks now and then, a piece at a time, below the low-water marks, where nothing should be: a
 * server may take longer to commit than anybody reckons with. What it finds is late, not lost.
 */
final class Rescan {
  /** All sixteen partitions in 80 s, where the database has nothing to walk over. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PendingEvents pending;
  private final RelayTime time;
  private final Lanes lanes;
  private final Timer due;
  private final ScanSpan span = new ScanSpan(ScanSpan.FEW);
  private int partition;
  private long cursor;

  Rescan(PendingEvents pending, RelayTime time, Lanes lanes) {
    this.pending = pending;
    this.time = time;
    this.lanes = lanes;
    this.due = new Timer(time.read());
  }

  void lookIfDue() {
    long now = time.read();
    if (due.isDue(now)) {
      due.dueIn(PAUSE, now);
      lanes.markedFrom(partition).ifPresent(this::look);
    }
  }

  private void look(Lane lane) {
    if (lane.partition() != partition) {
      partition = lane.partition();
      cursor = 0;
    }
    long end = lane.mark().row();
    RowRange piece = new RowRange(partition, cursor, Math.min(end - 1, last()));
    if (cursor < end && isThereAnyOf(piece)) {
      lane.restart();
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
    return !span.measure(time, true, () -> pending.read(List.of(piece), 1)).events().isEmpty();
  }
}
