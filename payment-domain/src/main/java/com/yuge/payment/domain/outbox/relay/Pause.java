package com.yuge.payment.domain.outbox.relay;

/**
 * How long a partition waits after failures in a row. A pause that waits for the broker ends early
 * when the broker accepts another partition's batch. A pause that waits for the store ends early
 * when the store answers again. If the partition then still fails at the broker, its own queue may
 * be at fault. So its next pause is short, but nothing ends it early, and the pauses of this kind
 * grow.
 */
final class Pause {
  /** What a pause waits for. */
  private enum For {
    ITS_END,
    BROKER,
    STORE
  }

  private int failures;
  private int ofItsOwn;
  private long until;
  private For waitsFor = For.ITS_END;
  private boolean brokerTakesOthers;

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
    begin(For.ITS_END, now, backoff, ++failures);
  }

  void beginForStore(long now, Backoff backoff) {
    begin(For.STORE, now, backoff, ++failures);
  }

  /**
   * @param backoff the pauses if its own queue may be at fault
   * @param forBroker the pauses if the broker may be unavailable
   */
  void beginForBroker(long now, Backoff backoff, Backoff forBroker) {
    failures++;
    if (brokerTakesOthers) {
      begin(For.ITS_END, now, backoff, ++ofItsOwn);
    } else {
      begin(For.BROKER, now, forBroker, failures);
    }
    brokerTakesOthers = false;
  }

  private void begin(For waitsFor, long now, Backoff backoff, int inARow) {
    this.waitsFor = waitsFor;
    until = now + backoff.after(inARow).toNanos();
  }

  boolean waitsForBroker() {
    return waitsFor == For.BROKER;
  }

  /** The broker accepts batches. */
  void brokerTakes(long now) {
    if (waitsFor == For.BROKER) {
      end(now);
      brokerTakesOthers = true;
    }
  }

  /** The store answers. */
  void storeAnswers(long now) {
    if (waitsFor == For.STORE) {
      end(now);
    }
  }

  private void end(long now) {
    until = now;
    waitsFor = For.ITS_END;
  }

  /** The series of failures is over. */
  void reset() {
    failures = 0;
    ofItsOwn = 0;
    waitsFor = For.ITS_END;
    brokerTakesOthers = false;
  }
}
