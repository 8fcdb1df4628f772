package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How many row ids one read may cover. The span is unlimited until a read is slow or fails. Then it
 * is small, and grows again while reads are quick. So a read that was too large is not repeated.
 */
final class ScanSpan {
  static final long UNBOUNDED = Long.MAX_VALUE;

  /**
   * Each partition has a sixteenth of these rows. Reading them takes milliseconds, even if the
   * database keeps all removed rows.
   */
  static final long FEW = 100_000;

  private static final long LEAST = 1_000;
  private static final long MOST = 1L << 40;
  private static final long LONG = Duration.ofSeconds(1).toNanos();
  private static final long QUICK = Duration.ofMillis(100).toNanos();

  private long rows;

  ScanSpan(long rows) {
    this.rows = rows;
  }

  long rows() {
    return rows;
  }

  /**
   * Reads, and adjusts the span of the next read.
   *
   * @param bounded whether the span limited this read
   */
  <T> T measure(Ticker ticker, boolean bounded, Supplier<T> read) {
    long begun = ticker.read();
    boolean done = false;
    try {
      T found = read.get();
      done = true;
      took(ticker.read() - begun, bounded);
      return found;
    } finally {
      if (!done) {
        tooMuch();
      }
    }
  }

  private void took(long nanos, boolean bounded) {
    if (nanos > LONG) {
      tooMuch();
    } else if (nanos < QUICK && bounded) {
      rows = rows >= MOST ? UNBOUNDED : rows * 2;
    }
  }

  private void tooMuch() {
    rows = Math.max(LEAST, Math.min(FEW, rows / 2));
  }
}
