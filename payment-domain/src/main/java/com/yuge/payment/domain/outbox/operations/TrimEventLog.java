package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.outbox.operations.EventLog.Trimmed;
import java.time.Duration;

/**
 * Keeps the log from growing for ever, a chunk at a time. Remembers where it was, so that events
 * which must stay are passed over once a round; used by one thread.
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

  /** Returns whether the round goes on; else the next one begins at the oldest event again. */
  public boolean trim() {
    Trimmed trimmed = log.trim(row, retention, chunk);
    row = trimmed.end() ? 0 : trimmed.lastRow();
    return !trimmed.end();
  }
}
