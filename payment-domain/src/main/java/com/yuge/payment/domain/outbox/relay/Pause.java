package com.yuge.payment.domain.outbox.relay;

/**
 * How long a partition waits after failures in a row. A pause that waits for the broker ends early
 * when the broker accepts another partition's batch. It does not end early twice in a row, because
 * the fault may be in the partition's own queue.
 */
final class Pause {
  private int failures;
  private long until;
  private boolean endsWithBroker;
  private boolean endedEarly;

  Pause(long now) {
    this.until = now;
  }

  /** Failures in a row. */
  int failures() {
    return failures;
  }

  boolean isOver(long now) {
    return until - now <= 0;
  }

  long left(long now) {
    return Math.max(0, until - now);
  }

  void begin(long now, Backoff backoff) {
    failures++;
    until = now + backoff.after(failures).toNanos();
    endsWithBroker = false;
  }

  void beginForBroker(long now, Backoff backoff) {
    begin(now, backoff);
    endsWithBroker = !endedEarly;
    endedEarly = false;
  }

  boolean endsWithBroker() {
    return endsWithBroker;
  }

  /** The broker accepts batches. */
  void endEarly(long now) {
    until = now;
    endsWithBroker = false;
    endedEarly = true;
  }

  /** The series of failures is over. */
  void reset() {
    failures = 0;
    endsWithBroker = false;
    endedEarly = false;
  }
}
