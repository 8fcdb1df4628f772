package com.yuge.payment.domain.outbox.relay;

/**
 * Rows of one partition's to-do list.
 *
 * @param first the first row, included
 * @param last the last row, included
 */
public record RowRange(int partition, long first, long last) {
  /** No event comes after it; the row after it is the fence at which a read ends. */
  public static final long END = Long.MAX_VALUE - 1;

  public static RowRange whole(int partition) {
    return new RowRange(partition, 0, END);
  }

  boolean isOpen() {
    return last == END;
  }

  /** The row after the last; {@link #END} for an open range. */
  long next() {
    return isOpen() ? END : last + 1;
  }
}
