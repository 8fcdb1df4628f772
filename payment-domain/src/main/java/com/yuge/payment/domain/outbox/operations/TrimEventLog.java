package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.outbox.operations.EventLog.Trimmed;
import java.time.Duration;

/**
 * Limits the size of the event log: removes old events, a chunk at a time. It remembers its
 * position, so events that must stay are passed over once per round. Used by one thread.
 */
public final class TrimEventLog {
  private final EventLog log;
  private final Duration retention;
  private final int chunk;
  private long row;

  public TrimEventLog(EventLog log, Duration retention, int chunk) {
    this.log = log;
    this.retention = retention;
    this.chunk = chunk;
  }

  /** Returns whether the round continues; otherwise the next round begins at the oldest event. */
  public boolean trim() {
    Trimmed trimmed = log.trim(row, retention, chunk);
    row = trimmed.end() ? 0 : trimmed.lastRow();
    return !trimmed.end();
  }
}
